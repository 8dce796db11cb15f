package org.storywire.processor.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.storywire.news.Article;
import org.storywire.processor.article.FeedAge;
import org.storywire.processor.syndication.Fingerprint;

/**
 * Gives undated articles of a back-fill the time of their neighbours, edition by edition. Written
 * to the store of the ordered stage under {@link #PREFIX} and the edition, when it changes.
 */
final class FeedAges {

  static final String PREFIX = "t/";

  private static final int BYTES = Integer.BYTES + Long.BYTES;

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, FeedAge> ages = new HashMap<>();

  FeedAges(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  void restore(String key, byte[] value) {
    ages.put(
        key.substring(PREFIX.length()),
        UnreadableStateException.reading("feed age " + key, value, FeedAges::read));
  }

  /** The article with the event time that it has among its neighbours, which comes after it. */
  Prepared settled(Prepared prepared) {
    Article article = prepared.article();
    FeedAge age = ages.getOrDefault(article.getEdition(), FeedAge.UNKNOWN);
    if (isDated(article)) {
      FeedAge after = age.after(article.getEventAt(), article.getReceivedAt());
      if (!after.equals(age)) {
        ages.put(article.getEdition(), after);
        store.put(PREFIX + article.getEdition(), write(after));
      }
      return prepared;
    }
    Instant at = age.ofUndated(article.getReceivedAt());
    return at.equals(article.getEventAt()) ? prepared : at(prepared, at);
  }

  private static boolean isDated(Article article) {
    Instant received = article.getReceivedAt();
    Instant claimed = article.getPublishedAt();
    return article.getEventAt().isBefore(received)
        || (claimed != null && !claimed.isAfter(received));
  }

  private static Prepared at(Prepared prepared, Instant at) {
    prepared.article().setEventAt(at);
    byte[] fingerprint = prepared.fingerprint();
    return new Prepared(
        prepared.article(),
        prepared.unchanged(),
        fingerprint.length == 0 ? fingerprint : Fingerprint.fromBytes(fingerprint).at(at).toBytes(),
        prepared.features());
  }

  private static byte[] write(FeedAge age) {
    long neighbour = age.neighbour().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    return ByteBuffer.allocate(BYTES).putInt(age.balance()).putLong(neighbour).array();
  }

  private static FeedAge read(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "illegal feed age: " + bytes.length + " bytes, must be " + BYTES);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int balance = in.getInt();
    long neighbour = in.getLong();
    return new FeedAge(
        balance,
        neighbour == Long.MIN_VALUE
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(neighbour)));
  }
}
