package org.storywire.docker.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.storywire.news.Article;
import org.storywire.news.NewItem;
import org.storywire.news.NewKind;
import org.storywire.news.RawArticle;
import org.storywire.news.Relation;
import org.storywire.news.Story;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Topic;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;

/**
 * A processor in two stages, exactly once, that makes every article an original with a story of its
 * own. An article whose extra field {@code copyOf} names another's native id is a copy in that
 * one's story; one with the field {@code poison} is a dead letter; one with the field {@code
 * swallow} ends nowhere.
 */
public final class EchoProcessor implements Processor {

  private final KafkaStreams streams;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** A processor in these surroundings. */
  public EchoProcessor(ProcessorFactory.Surroundings surroundings) {
    Properties p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, group());
    p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, surroundings.bootstrapServers());
    p.put(StreamsConfig.STATE_DIR_CONFIG, surroundings.stateDirectory().toString());
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, surroundings.threads());
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 50);
    p.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, NewsTopics.DEAD_LETTERS);
    p.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueExceptionHandler.class);
    p.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueProcessingExceptionHandler.class);
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, RawArticle> second =
        builder.stream(
                NewsTopics.RAW_ARTICLES, Consumed.with(Serdes.String(), NewsSerdes.rawArticle()))
            .mapValues(EchoProcessor::requireSound)
            .filter((key, raw) -> !raw.getExtra().containsKey("swallow"))
            .repartition(
                Repartitioned.with(Serdes.String(), NewsSerdes.rawArticle())
                    .withName("second-stage")
                    .withNumberOfPartitions(1));
    second
        .mapValues(EchoProcessor::article)
        .selectKey((key, article) -> article.getArticleId())
        .to(NewsTopics.ARTICLES, Produced.with(Serdes.String(), NewsSerdes.article()));
    second
        .mapValues(EchoProcessor::update)
        .selectKey((key, update) -> update.getStoryId())
        .to(NewsTopics.STORY_UPDATES, Produced.with(Serdes.String(), NewsSerdes.storyUpdate()));
    second
        .filter((key, raw) -> !raw.getExtra().containsKey("copyOf"))
        .mapValues(EchoProcessor::story)
        .selectKey((key, story) -> story.getStoryId())
        .to(NewsTopics.STORIES, Produced.with(Serdes.String(), NewsSerdes.story()));
    this.streams = new KafkaStreams(builder.build(), p);
    streams.setUncaughtExceptionHandler(
        problem -> {
          failure.set(problem);
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
  }

  private static RawArticle requireSound(RawArticle raw) {
    if (raw.getExtra().containsKey("poison")) {
      throw new IllegalArgumentException("poisoned article " + raw.getNativeId());
    }
    return raw;
  }

  private static Article article(RawArticle raw) {
    Optional<String> parent = Optional.ofNullable(raw.getExtra().get("copyOf"));
    Instant at = Optional.ofNullable(raw.getPublishedAt()).orElse(raw.getReceivedAt());
    return Article.newBuilder()
        .setArticleId("a-" + raw.getNativeId())
        .setNativeId(raw.getNativeId())
        .setEventId(raw.getEventId())
        .setTraceId(raw.getTraceId())
        .setSource(raw.getSource())
        .setTitle(title(raw))
        .setBody(raw.getBody())
        .setLanguage("en")
        .setEdition("en")
        .setPublishedAt(raw.getPublishedAt())
        .setEventAt(at)
        .setReceivedAt(raw.getReceivedAt())
        .setVerdict(parent.isPresent() ? Verdict.COPY : Verdict.ORIGINAL)
        .setRelation(parent.isPresent() ? Relation.EXACT : Relation.NONE)
        .setCopyOf(parent.map("a-"::concat).orElse(null))
        .setCopyGroup(parent.map("a-"::concat).orElse("a-" + raw.getNativeId()))
        .setStoryId(storyId(raw))
        .setTopics(List.of(new Topic("medtop:04000000", "economy", 0.9, false)))
        .build();
  }

  private static StoryUpdate update(RawArticle raw) {
    boolean copy = raw.getExtra().containsKey("copyOf");
    return StoryUpdate.newBuilder()
        .setEventId("u-" + raw.getNativeId())
        .setTraceId(raw.getTraceId())
        .setStoryId(storyId(raw))
        .setRevision(copy ? 2 : 1)
        .setKind(copy ? UpdateKind.COPY : UpdateKind.OPENED)
        .setAt(Optional.ofNullable(raw.getPublishedAt()).orElse(raw.getReceivedAt()))
        .setHeadline(title(raw))
        .setArticleId("a-" + raw.getNativeId())
        .setNativeId(raw.getNativeId())
        .setSource(raw.getSource())
        .setArticleTitle(title(raw))
        .setMaterial(!copy)
        .setNews(List.of(new NewItem(NewKind.SENTENCE, "All of it is new.", 0, 17, 1.0)))
        .build();
  }

  private static Story story(RawArticle raw) {
    Instant at = Optional.ofNullable(raw.getPublishedAt()).orElse(raw.getReceivedAt());
    return Story.newBuilder()
        .setStoryId(storyId(raw))
        .setRevision(1)
        .setState(StoryState.OPEN)
        .setHeadline(title(raw))
        .setFirstAt(at)
        .setLastAt(at)
        .setArticles(1)
        .setIndependent(1)
        .setCopies(0)
        .build();
  }

  private static String storyId(RawArticle raw) {
    String opener = raw.getExtra().getOrDefault("copyOf", raw.getNativeId());
    return "s-" + opener.toLowerCase(Locale.ROOT);
  }

  private static String title(RawArticle raw) {
    return raw.getTitle() == null ? "" : raw.getTitle();
  }

  @Override
  public void start() {
    streams.start();
  }

  @Override
  public boolean running() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  @Override
  public String group() {
    return "echo";
  }

  @Override
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  @Override
  public void close() {
    streams.close();
  }
}
