package org.storywire.processor.streams;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.storywire.news.Article;
import org.storywire.processor.article.FeedAge;
import org.storywire.processor.syndication.Fingerprint;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * Gives undated articles of a back-fill the time of their neighbours, edition by edition. Written
 * to the store of the ordered stage under {@link #PREFIX} and the edition, when it changes.
 */
final class FeedAges {

  static final String PREFIX = "t/";

  private static final int VERSION = 1;

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
    ByteWriter out = new ByteWriter(16).raw(VERSION).signed(age.balance());
    out.flag(age.neighbour().isPresent());
    age.neighbour().ifPresent(out::time);
    return out.toBytes();
  }

  private static FeedAge read(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, VERSION, "feed age");
    int balance = (int) in.signed();
    return new FeedAge(balance, in.flag() ? Optional.of(in.time()) : Optional.empty());
  }
}
