package org.storywire.processor.streams;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.storywire.news.StoryOverride;
import org.storywire.schemas.NewsSerdes;

/**
 * Layout: three bytes "swr" that tell our own records from what has no place between the stages,
 * version byte 1, receipt (32 bytes), then the prepared article, or nothing in a watermark.
 */
final class ReceivedSerde implements Serde<Received> {

  private static final int MARK = 's' << 16 | 'w' << 8 | 'r';
  private static final int FORMER_MARK = 's' << 16 | 'w' << 8 | 'p';
  private static final int VERSION = 1;

  /** Three bytes "swo" and version 1: an editor's decision in Avro follows the receipt. */
  private static final int DECIDED = ('s' << 16 | 'w' << 8 | 'o') << 8 | 1;

  private final Serde<Prepared> articles = new PreparedSerde();
  private final Serde<StoryOverride> overrides = NewsSerdes.of(StoryOverride.class);

  private byte[] serialize(String topic, Received value) {
    if (value == null) {
      return null;
    }
    byte[] item = value.item().map(one -> item(topic, one)).orElse(new byte[0]);
    ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + Receipt.BYTES + item.length);
    boolean decided = value.item().filter(OverrideInput.class::isInstance).isPresent();
    out.putInt(decided ? DECIDED : MARK << 8 | VERSION);
    value.receipt().writeTo(out);
    return out.put(item).array();
  }

  private byte[] item(String topic, Ordered item) {
    return item instanceof OverrideInput decided
        ? overrides.serializer().serialize(topic, decided.override())
        : articles.serializer().serialize(topic, (Prepared) item);
  }

  private Received deserialize(String topic, byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int head = bytes.length < Integer.BYTES ? 0 : in.getInt();
    if (head >>> 8 == FORMER_MARK || (head >>> 8 == MARK && (head & 0xff) != VERSION)) {
      throw new UnreadableStateException(
          "unable to read a received article of another release: it begins with %08x, expected %08x"
              .formatted(head, MARK << 8 | VERSION));
    }
    boolean decided = head == DECIDED;
    if (!decided && head >>> 8 != MARK || in.remaining() < Receipt.BYTES) {
      throw new SerializationException(
          "unable to read a received article: %d bytes that begin with %08x, expected swr"
              .formatted(bytes.length, head));
    }
    Receipt receipt = Receipt.readFrom(in);
    if (!in.hasRemaining()) {
      return new Received(receipt, Optional.empty());
    }
    byte[] item = new byte[in.remaining()];
    in.get(item);
    return new Received(
        receipt,
        Optional.of(
            decided
                ? new OverrideInput(overrides.deserializer().deserialize(topic, item))
                : articles.deserializer().deserialize(topic, item)));
  }

  @Override
  public Serializer<Received> serializer() {
    return this::serialize;
  }

  @Override
  public Deserializer<Received> deserializer() {
    return this::deserialize;
  }
}
