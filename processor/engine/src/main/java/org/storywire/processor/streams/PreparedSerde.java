package org.storywire.processor.streams;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.storywire.news.Article;
import org.storywire.schemas.NewsSerdes;

/**
 * Layout: three bytes "swp" that tell our own records from what has no place between the stages,
 * version byte 1, unchanged flag, then article (Avro), fingerprint and features, each with its
 * length as a 4-byte integer before it.
 */
final class PreparedSerde implements Serde<Prepared> {

  private static final int MARK = 's' << 16 | 'w' << 8 | 'p';
  private static final int VERSION = 1;

  private final Serde<Article> articles = NewsSerdes.article();

  private byte[] serialize(String topic, Prepared value) {
    if (value == null) {
      return null;
    }
    byte[] article = articles.serializer().serialize(topic, value.article());
    int size = 5 + 12 + article.length + value.fingerprint().length + value.features().length;
    ByteBuffer buffer = ByteBuffer.allocate(size);
    buffer.putInt(MARK << 8 | VERSION).put((byte) (value.unchanged() ? 1 : 0));
    put(buffer, article);
    put(buffer, value.fingerprint());
    put(buffer, value.features());
    return buffer.array();
  }

  private Prepared deserialize(String topic, byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      int head = buffer.getInt();
      if (head >>> 8 != MARK) {
        throw new SerializationException(
            "unable to read prepared article: it begins with %08x, expected swp".formatted(head));
      }
      int version = head & 0xff;
      if (version != VERSION) {
        throw new UnreadableStateException(
            "unable to read prepared article of version " + version + ", expected " + VERSION);
      }
      boolean unchanged = buffer.get() == 1;
      Article article = article(topic, take(buffer));
      return new Prepared(article, unchanged, take(buffer), take(buffer));
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new SerializationException(
          "unable to read prepared article: only " + bytes.length + " bytes", e);
    }
  }

  private Article article(String topic, byte[] bytes) {
    try {
      return articles.deserializer().deserialize(topic, bytes);
    } catch (SerializationException e) {
      throw new UnreadableStateException("the article in a prepared article", e);
    }
  }

  private static void put(ByteBuffer buffer, byte[] part) {
    buffer.putInt(part.length).put(part);
  }

  private static byte[] take(ByteBuffer buffer) {
    int length = buffer.getInt();
    if (length > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] part = new byte[length];
    buffer.get(part);
    return part;
  }

  @Override
  public Serializer<Prepared> serializer() {
    return this::serialize;
  }

  @Override
  public Deserializer<Prepared> deserializer() {
    return this::deserialize;
  }
}
