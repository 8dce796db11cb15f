package org.storywire.docker.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.storywire.docker.spill.Form;
import org.storywire.ingest.Delivery;
import org.storywire.news.RawArticle;
import org.storywire.schemas.NewsSerdes;

/**
 * Deliveries as bytes: the place of their arrival among its constants, then the article (Avro); or
 * -1, then file, line, reason and bytes of what is bad.
 */
final class DeliveryForm {

  /** What an article takes in memory beside its text [bytes]. */
  private static final int FIELDS = 1_000;

  private static final byte BAD = -1;
  private static final Serde<RawArticle> ARTICLES = NewsSerdes.rawArticle();

  private DeliveryForm() {}

  static Form<Delivery> form() {
    return new Form<>(DeliveryForm::size, DeliveryForm::write, DeliveryForm::read);
  }

  private static int size(Delivery delivery) {
    return FIELDS
        + (delivery instanceof Delivery.Found found
            ? found.article().getBody().length()
            : ((Delivery.Bad) delivery).bytes().get().length);
  }

  private static byte[] write(Delivery delivery) {
    if (delivery instanceof Delivery.Found found) {
      byte[] article = ARTICLES.serializer().serialize("sorted", found.article());
      return ByteBuffer.allocate(1 + article.length)
          .put((byte) found.arrival().ordinal())
          .put(article)
          .array();
    }
    Delivery.Bad bad = (Delivery.Bad) delivery;
    byte[] file = bad.file().getBytes(StandardCharsets.UTF_8);
    byte[] reason = bad.reason().getBytes(StandardCharsets.UTF_8);
    byte[] bytes = bad.bytes().get();
    return ByteBuffer.allocate(1 + 8 + 3 * 4 + file.length + reason.length + bytes.length)
        .put(BAD)
        .putLong(bad.line())
        .putInt(file.length)
        .put(file)
        .putInt(reason.length)
        .put(reason)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private static Delivery read(byte[] bytes) {
    if (bytes[0] != BAD) {
      byte[] article = Arrays.copyOfRange(bytes, 1, bytes.length);
      return new Delivery.Found(
          ARTICLES.deserializer().deserialize("sorted", article),
          Delivery.Arrival.values()[bytes[0]]);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    long line = in.getLong();
    return new Delivery.Bad(text(in), line, text(in), Bytes.wrap(part(in)));
  }

  private static String text(ByteBuffer in) {
    return new String(part(in), StandardCharsets.UTF_8);
  }

  private static byte[] part(ByteBuffer in) {
    byte[] part = new byte[in.getInt()];
    in.get(part);
    return part;
  }
}
