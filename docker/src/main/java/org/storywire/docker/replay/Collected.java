package org.storywire.docker.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.storywire.docker.pipeline.DeadLetter;
import org.storywire.docker.pipeline.ResultListener;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;
import org.storywire.schemas.NewsSerdes;

/**
 * Results of a replay until its end, when corrections and redirects are known. Kept as Avro bytes
 * and without article bodies: about 2 kB an article.
 */
final class Collected implements ResultListener {

  /** A record in few bytes. */
  private record Packed<T extends SpecificRecord>(Serde<T> serde, byte[] bytes) {
    static <T extends SpecificRecord> Packed<T> of(Serde<T> serde, T value) {
      return new Packed<>(serde, serde.serializer().serialize("collected", value));
    }

    T value() {
      return serde.deserializer().deserialize("collected", bytes);
    }
  }

  /** A record with the place of its cause in the feed. */
  private record Placed<T extends SpecificRecord>(int place, String tie, Packed<T> record) {}

  private final FeedOrder order;
  private final Serde<Article> articleSerde = NewsSerdes.article();
  private final Serde<StoryUpdate> updateSerde = NewsSerdes.storyUpdate();
  private final Serde<Story> storySerde = NewsSerdes.story();
  private final List<Placed<Article>> articles = new ArrayList<>();
  private final List<Placed<StoryUpdate>> updates = new ArrayList<>();
  private final TreeMap<String, Packed<Story>> stories = new TreeMap<>();
  private final List<DeadLetter> letters = new ArrayList<>();

  Collected(FeedOrder order) {
    this.order = order;
  }

  @Override
  public void article(Article article) {
    article.setBody("");
    article.setFurniture(List.of());
    int place = order.ofEvent(article.getEventId());
    articles.add(new Placed<>(place, "", Packed.of(articleSerde, article)));
  }

  @Override
  public void update(StoryUpdate update) {
    int place = order.ofTrace(update.getTraceId());
    updates.add(new Placed<>(place, update.getEdition(), Packed.of(updateSerde, update)));
  }

  @Override
  public void story(Story story) {
    stories.put(story.getStoryId(), Packed.of(storySerde, story));
  }

  @Override
  public void deadLetter(ConsumerRecord<byte[], byte[]> letter) {
    letters.add(DeadLetter.of(letter));
  }

  /** Articles in the order of arrival; those of one page in page order. */
  Stream<Article> articles() {
    return sorted(articles);
  }

  /** Updates in the order of the articles that caused them. */
  Stream<StoryUpdate> updates() {
    return sorted(updates);
  }

  /** Stories in their last state, by id. */
  Stream<Story> stories() {
    return stories.values().stream().map(Packed::value);
  }

  /** Dead letters by origin, then key, then length. */
  List<DeadLetter> deadLetters() {
    return letters.stream()
        .sorted(
            Comparator.comparing(DeadLetter::origin)
                .thenComparing(DeadLetter::key)
                .thenComparing(DeadLetter::eventId)
                .thenComparing(DeadLetter::bytes))
        .toList();
  }

  private static <T extends SpecificRecord> Stream<T> sorted(List<Placed<T>> records) {
    return records.stream()
        .sorted(Comparator.<Placed<T>>comparingInt(Placed::place).thenComparing(Placed::tie))
        .map(placed -> placed.record().value());
  }
}
