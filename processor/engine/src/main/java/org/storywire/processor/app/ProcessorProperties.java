package org.storywire.processor.app;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.storywire.processor.article.ArticleConfig;
import org.storywire.processor.story.StoryConfig;
import org.storywire.processor.streams.BadBytesHandler;
import org.storywire.processor.streams.BadDataHandler;
import org.storywire.processor.streams.Editions;
import org.storywire.processor.streams.TopologySettings;
import org.storywire.processor.syndication.SyndicationConfig;
import org.storywire.schemas.NewsTopics;

/** Turns {@link Settings} into what Kafka Streams and the topology want. */
public final class ProcessorProperties {

  private static final int LARGEST_MESSAGE = 32 * 1024 * 1024;
  private static final int BATCH = 256 * 1024;

  private ProcessorProperties() {}

  /**
   * Reads every setting of the processor once.
   *
   * @throws IllegalArgumentException if a value is illegal; names key, value and what was expected
   */
  public static void check(Settings settings) {
    of(settings);
    topology(settings);
    TopicSetup.definitions(settings);
    settings.number(Setting.OPS_PORT, 0);
    settings.number(Setting.STATE_FREE, 0);
    settings.duration(Setting.START_WITHIN);
  }

  /** Properties of the Kafka Streams client; {@code kafka.} settings win over our choices. */
  public static Properties of(Settings settings) {
    Properties p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.text(Setting.APPLICATION_ID));
    p.put(StreamsConfig.STATE_DIR_CONFIG, settings.text(Setting.STATE_DIR));
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.number(Setting.STREAMS_THREADS, 1));
    p.put(
        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
        settings.oneOf(
            Setting.PROCESSING_GUARANTEE,
            StreamsConfig.EXACTLY_ONCE_V2,
            StreamsConfig.AT_LEAST_ONCE));
    p.put(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        settings.duration(Setting.COMMIT_INTERVAL).toMillis());
    p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.number(Setting.STANDBY_REPLICAS, 0));
    p.put(
        StreamsConfig.GROUP_PROTOCOL_CONFIG,
        settings.oneOf(Setting.GROUP_PROTOCOL, "classic", "streams"));
    p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.number(Setting.TOPICS_REPLICATION, 1));
    p.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    p.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, NewsTopics.DEAD_LETTERS);
    p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, BadBytesHandler.class);
    p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, BadDataHandler.class);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    // A third less work than at the default of 3, for two hundredths more bytes (KIP-390).
    p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG), 1);
    // Two articles fill Kafka's 16 kB: brokers then work twice as much for as many records.
    p.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_MESSAGE);
    p.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        LARGEST_MESSAGE);
    p.put(StreamsConfig.topicPrefix("max.message.bytes"), String.valueOf(LARGEST_MESSAGE));
    p.put(StreamsConfig.topicPrefix("message.timestamp.type"), "CreateTime");
    p.putAll(settings.client());
    p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.text(Setting.BOOTSTRAP_SERVERS));
    return p;
  }

  /** Settings of the topology and its cores. */
  public static TopologySettings topology(Settings settings) {
    return new TopologySettings(
        settings.oneOf(Setting.EDITION_BY, "language", "all").equals("all")
            ? Editions.ALL
            : Editions.LANGUAGE,
        settings.number(Setting.EDITION_PARTITIONS, 1),
        settings.duration(Setting.ARTICLE_KNOWN_FOR),
        ArticleConfig.defaults()
            .withTrackingParameters(settings.list(Setting.ARTICLE_TRACKING_PARAMETERS)),
        SyndicationConfig.defaults().withWindow(settings.duration(Setting.SYNDICATION_WINDOW)),
        story(settings));
  }

  private static StoryConfig story(Settings settings) {
    StoryConfig shipped = StoryConfig.defaults();
    return new StoryConfig(
        settings.duration(Setting.STORY_CLOSE_AFTER),
        settings.duration(Setting.STORY_RECENT_FOR),
        settings.duration(Setting.STORY_FORGET_AFTER),
        settings.duration(Setting.STORY_ALLOWED_LATENESS),
        settings.number(Setting.STORY_MAXIMUM_ARTICLES, 10),
        shipped.maximumMembers(),
        shipped.candidates());
  }
}
