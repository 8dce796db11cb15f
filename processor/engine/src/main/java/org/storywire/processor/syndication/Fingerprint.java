package org.storywire.processor.syndication;

import java.time.Instant;

/**
 * What copy detection needs to know of an article: about 1.3 KB for 800 words. The sample holds
 * every distinct shingle of five tokens whose hash lies below a limit (FracMinHash: the same
 * shingle is kept or dropped in every text), in text order, with place and quotation flag.
 * Immutable.
 */
public final class Fingerprint {

  static final int SHINGLE = 5;

  /** Leading bits of a hash that decide whether it is sampled or indexed. */
  private static final int LIMIT_BITS = 12;

  private final String id;
  private final long time;
  private final long received;
  private final long number;
  private final int revision;
  private final boolean embedded;
  private final long source;
  private final long[] credits;
  private final long content;
  private final long title;
  private final boolean onTopic;
  private final long[] keys;
  private final Sample sample;
  private final Lead lead;

  Fingerprint(
      String id,
      long time,
      long received,
      long number,
      int revision,
      boolean embedded,
      long source,
      long[] credits,
      long content,
      long title,
      boolean onTopic,
      long[] keys,
      Sample sample,
      Lead lead) {
    this.id = id;
    this.time = time;
    this.received = received;
    this.number = number;
    this.revision = revision;
    this.embedded = embedded;
    this.source = source;
    this.credits = credits;
    this.content = content;
    this.title = title;
    this.onTopic = onTopic;
    this.keys = keys;
    this.sample = sample;
    this.lead = lead;
  }

  /** Stable id of the article. */
  public String id() {
    return id;
  }

  /** Event time of the article. */
  public Instant eventAt() {
    return Instant.ofEpochMilli(time);
  }

  /** How many changed versions of the article came before this one [0..]. */
  public int revision() {
    return revision;
  }

  /** Five-token shingles of the text, repeats and quotations included [0..]. */
  public int shingles() {
    return sample.shingles();
  }

  /** Compact form; {@link #fromBytes(byte[])} gives an equal fingerprint. */
  public byte[] toBytes() {
    return FingerprintCodec.encode(this);
  }

  /**
   * Reads the compact form.
   *
   * @throws IllegalArgumentException if the bytes are no fingerprint of a known version
   */
  public static Fingerprint fromBytes(byte[] bytes) {
    return FingerprintCodec.decode(bytes);
  }

  /**
   * Fingerprint of an article of the same shape in which every word is another: for load tests that
   * need millions of articles with real lengths, quotations and repetitions.
   *
   * @param salt another gives other words
   */
  public Fingerprint disguised(String otherId, Instant at, long salt) {
    long words = salt & (-1L >>> LIMIT_BITS);
    int upper = (int) (words >>> 32);
    int[] hashes = sample.hashes().clone();
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] ^= upper;
    }
    long[] otherKeys = keys.clone();
    for (int i = 0; i < otherKeys.length; i++) {
      otherKeys[i] ^= words;
    }
    return new Fingerprint(
        otherId,
        at.toEpochMilli(),
        at.toEpochMilli(),
        number,
        revision,
        embedded,
        source,
        credits,
        content ^ salt,
        title ^ salt,
        onTopic,
        otherKeys,
        sample.with(hashes),
        lead);
  }

  /** The same text at another event time. */
  public Fingerprint at(Instant eventAt) {
    return new Fingerprint(
        id,
        eventAt.toEpochMilli(),
        received,
        number,
        revision,
        embedded,
        source,
        credits,
        content,
        title,
        onTopic,
        keys,
        sample,
        lead);
  }

  /** Event time [ms since epoch]. */
  long time() {
    return time;
  }

  /** When the article reached us [ms since epoch]. */
  long received() {
    return received;
  }

  /** Tells apart articles that reached us in the same millisecond [0..]. */
  long number() {
    return number;
  }

  /** Whether the article was cut out of another's page. */
  boolean embedded() {
    return embedded;
  }

  /** Key of the source's name; {@link SourceNames#UNKNOWN} if it has none. */
  long source() {
    return source;
  }

  /** Keys of the names under which credited agencies publish. */
  long[] credits() {
    return credits;
  }

  /** Hash of all tokens in order: equal for equal texts. */
  long content() {
    return content;
  }

  /** Hash of the headline's tokens in order; 0 for an empty headline. */
  long title() {
    return title;
  }

  /**
   * Whether the body speaks of what the headline names; true where the headline names nothing.
   * Where it does not, the body is likely not the article but what the site shows in its place.
   */
  boolean onTopic() {
    return onTopic;
  }

  /** Hashes to be looked up and posted in the index, ascending as unsigned numbers. */
  long[] keys() {
    return keys;
  }

  Sample sample() {
    return sample;
  }

  /** The words that tell the article's news. */
  Lead lead() {
    return lead;
  }
}
