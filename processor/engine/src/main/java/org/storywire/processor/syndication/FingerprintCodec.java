package org.storywire.processor.syndication;

import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/** Bytes of a fingerprint: a version, then its fields in fixed order. */
final class FingerprintCodec {

  private static final int VERSION = 4;

  private FingerprintCodec() {}

  static byte[] encode(Fingerprint f) {
    Sample sample = f.sample();
    int hashes = 8 * (f.credits().length + f.keys().length) + 4 * sample.size();
    int lead = 2 * (f.lead().words().length + f.lead().lasts().length);
    return new ByteWriter(160 + hashes + sample.places().length + lead)
        .raw(VERSION)
        .text(f.id())
        .signed(f.time())
        .signed(f.received())
        .number(f.number())
        .number(f.revision())
        .flag(f.embedded())
        .wide(f.source())
        .wides(f.credits())
        .wide(f.content())
        .wide(f.title())
        .flag(f.onTopic())
        .wides(f.keys())
        .raw(sample.level())
        .number(sample.shingles())
        .number(sample.prose())
        .signed(sample.opening())
        .hashes(sample.hashes())
        .bytes(sample.places())
        .raw(f.lead().head())
        .chars(f.lead().words())
        .chars(f.lead().lasts())
        .toBytes();
  }

  static Fingerprint decode(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, VERSION, "fingerprint");
    return new Fingerprint(
        in.text(),
        in.signed(),
        in.signed(),
        in.number(),
        in.integer(),
        in.flag(),
        in.wide(),
        in.wides(),
        in.wide(),
        in.wide(),
        in.flag(),
        in.wides(),
        new Sample(
            in.raw(), in.integer(), in.integer(), (int) in.signed(), in.hashes(), in.bytes()),
        new Lead(in.raw(), in.chars(), in.chars()));
  }
}
