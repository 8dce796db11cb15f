package org.storywire.docker.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.storywire.docker.pipeline.DeadLetter;
import org.storywire.docker.pipeline.ResultListener;
import org.storywire.docker.spill.Form;
import org.storywire.docker.spill.SortKey;
import org.storywire.docker.spill.Sorted;
import org.storywire.docker.tail.AvroJson;
import org.storywire.news.Article;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;
import org.storywire.schemas.NewsSerdes;

/**
 * Results of a replay until its end, when corrections and redirects are known. Kept as Avro bytes
 * and without article bodies, in memory as far as they fit, else on disk. Close every stream.
 */
final class Collected implements ResultListener, AutoCloseable {

  /** Memory of each kind of result [bytes]. */
  private static final long MOST_BYTES = 32L << 20;

  private static final String NAME = "collected";

  private final FeedOrder order;
  private final Sorted<byte[]> articles = new Sorted<>(Form.BYTES, MOST_BYTES);
  private final Sorted<byte[]> updates = new Sorted<>(Form.BYTES, MOST_BYTES);
  private final Sorted<byte[]> stories = new Sorted<>(Form.BYTES, MOST_BYTES);
  private final Sorted<byte[]> letters = new Sorted<>(Form.BYTES, MOST_BYTES);
  private final Serde<Article> articleSerde = NewsSerdes.article();
  private final Serde<StoryUpdate> updateSerde = NewsSerdes.storyUpdate();
  private final Serde<Story> storySerde = NewsSerdes.story();

  Collected(FeedOrder order) {
    this.order = order;
  }

  @Override
  public void article(Article article) {
    article.setBody("");
    article.setFurniture(List.of());
    articles.add(SortKey.of(order.ofEvent(article.getEventId()), 0), bytes(articleSerde, article));
  }

  @Override
  public void update(StoryUpdate update) {
    String cause = update.getOverrideId();
    int place = order.ofTrace(cause == null ? update.getTraceId() : cause);
    updates.add(new SortKey(place, 0, update.getEdition()), bytes(updateSerde, update));
  }

  /** The latest state of a story stands first. */
  @Override
  public void story(Story story) {
    String latestFirst = HexFormat.of().toHexDigits(Long.MAX_VALUE - stories.size());
    stories.add(SortKey.of(story.getStoryId() + latestFirst), bytes(storySerde, story));
  }

  @Override
  public void deadLetter(ConsumerRecord<byte[], byte[]> consumed) {
    DeadLetter letter = DeadLetter.of(consumed);
    String place =
        String.join(
            "\0",
            letter.origin(),
            letter.key(),
            letter.eventId(),
            HexFormat.of().toHexDigits(letter.bytes()));
    letters.add(SortKey.of(place), AvroJson.line(json(letter)).getBytes(StandardCharsets.UTF_8));
  }

  /** Articles in the order of arrival; those of one page in page order. */
  Stream<Article> articles() {
    return articles.stream().map(bytes -> articleSerde.deserializer().deserialize(NAME, bytes));
  }

  /** Updates in the order of the articles that caused them. */
  Stream<StoryUpdate> updates() {
    return updates.stream().map(bytes -> updateSerde.deserializer().deserialize(NAME, bytes));
  }

  /** Stories in their last state, by id. */
  Stream<Story> stories() {
    AtomicReference<String> before = new AtomicReference<>("");
    return stories.stream()
        .map(bytes -> storySerde.deserializer().deserialize(NAME, bytes))
        .filter(story -> !story.getStoryId().equals(before.getAndSet(story.getStoryId())));
  }

  /** Dead letters as JSON, by origin, then key, then event, then length. */
  Stream<String> deadLetters() {
    return letters.stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static <T extends SpecificRecord> byte[] bytes(Serde<T> serde, T value) {
    return serde.serializer().serialize(NAME, value);
  }

  private static ObjectNode json(DeadLetter letter) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("key", letter.key())
        .put("eventId", letter.eventId())
        .put("stage", letter.stage())
        .put("reason", letter.reason())
        .put("origin", letter.origin())
        .put("bytes", letter.bytes());
  }

  @Override
  public void close() {
    articles.close();
    updates.close();
    stories.close();
    letters.close();
  }
}
