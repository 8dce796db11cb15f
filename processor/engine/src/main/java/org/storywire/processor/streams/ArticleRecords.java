package org.storywire.processor.streams;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueStore;
import org.storywire.news.Article;
import org.storywire.schemas.NewsSerdes;

/**
 * The articles of one edition as they were last published, for as long as a story holds them: what
 * was said of an article is corrected by sending it again, whole. Key: edition and the story core's
 * sequence number; value: Avro in single-object encoding, which names its schema.
 */
final class ArticleRecords {

  static final String STORE = "story-records";

  private static final Serde<Article> SERDE = NewsSerdes.article();

  private final EditionStore store;

  ArticleRecords(KeyValueStore<String, byte[]> store, String edition) {
    this.store = new EditionStore(store, edition);
  }

  void put(long sequence, Article article) {
    store.put(sequence, SERDE.serializer().serialize(STORE, article));
  }

  void delete(long sequence) {
    store.delete(sequence);
  }

  /**
   * An article that a story holds.
   *
   * @throws IllegalStateException if it is not there, which it must be
   */
  Article get(long sequence) {
    byte[] value = store.get(sequence);
    if (value == null) {
      throw new IllegalStateException(
          "no record of article " + sequence + " in " + STORE + ", expected one while it is held");
    }
    return SERDE.deserializer().deserialize(STORE, value);
  }
}
