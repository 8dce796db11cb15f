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
 * Layout: version byte 1, unchanged flag, then article (Avro), fingerprint and features, each with
 * its length as a 4-byte integer before it.
 */
final class PreparedSerde implements Serde<Prepared> {

  private static final byte VERSION = 1;

  private final Serde<Article> articles = NewsSerdes.article();

  private byte[] serialize(String topic, Prepared value) {
    if (value == null) {
      return null;
    }
    byte[] article = articles.serializer().serialize(topic, value.article());
    int size = 2 + 12 + article.length + value.fingerprint().length + value.features().length;
    ByteBuffer buffer = ByteBuffer.allocate(size);
    buffer.put(VERSION).put((byte) (value.unchanged() ? 1 : 0));
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
      byte version = buffer.get();
      if (version != VERSION) {
        throw new SerializationException(
            "unable to read prepared article of version " + version + ", expected " + VERSION);
      }
      boolean unchanged = buffer.get() == 1;
      Article article = articles.deserializer().deserialize(topic, take(buffer));
      return new Prepared(article, unchanged, take(buffer), take(buffer));
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new SerializationException(
          "unable to read prepared article: only " + bytes.length + " bytes", e);
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
