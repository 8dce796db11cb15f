package org.storywire.processor.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting with its default: the one place where they are listed. */
public enum Setting {
  BOOTSTRAP_SERVERS("bootstrap.servers", "localhost:9092", "brokers to connect to, host:port,…"),
  KAFKA_CONFIG("kafka.config", "none", "file of Kafka client properties, for credentials and TLS"),
  SCHEMA_REGISTRY_URL(
      "schema.registry.url", "none", "schema registry (Confluent's API); none: no registry"),
  SCHEMA_REGISTRY_USER_INFO(
      "schema.registry.user-info", "none", "user:password for the schema registry"),
  APPLICATION_ID("application.id", "storywire", "names the consumer group, stores and changelogs"),
  STATE_DIR("state.dir", "storywire-state", "directory of the local state"),
  STATE_FREE(
      "state.free-megabytes", "256", "least free disk of the local state at the start [MB, 0..]"),
  START_WITHIN(
      "start.within",
      "PT8S",
      "how long brokers and schema registry may take to answer at the start"),
  STREAMS_THREADS("streams.threads", "2", "threads of this instance [1..]"),
  PROCESSING_GUARANTEE(
      "processing.guarantee", "exactly_once_v2", "exactly_once_v2 or at_least_once"),
  COMMIT_INTERVAL("commit.interval", "PT0.1S", "time between commits, and so the least latency"),
  STANDBY_REPLICAS("standby.replicas", "0", "warm copies of each edition's state [0..]"),
  GROUP_PROTOCOL("group.protocol", "classic", "rebalance protocol: classic or streams"),
  EDITION_BY(
      "edition.by", "language", "what divides the stream: language, or all for a single edition"),
  EDITION_PARTITIONS("edition.partitions", "4", "partitions of the ordered stage [1..]"),
  TOPICS_RAW_PARTITIONS("topics.raw-partitions", "12", "partitions of the raw topic [1..]"),
  TOPICS_PARTITIONS("topics.partitions", "4", "partitions of the output topics [1..]"),
  TOPICS_REPLICATION("topics.replication", "1", "replicas of each topic [1..]"),
  TOPICS_ARTICLES_RETENTION(
      "topics.articles-retention", "P7D", "how long raw articles and articles are kept"),
  TOPICS_UPDATES_RETENTION(
      "topics.updates-retention", "P30D", "how long story updates and dead letters are kept"),
  ARTICLE_KNOWN_FOR(
      "article.known-for",
      "P30D",
      "how long an article's identity is remembered after its last visit"),
  ARTICLE_TRACKING_PARAMETERS(
      "article.tracking-parameters",
      "none",
      "parameters of addresses that do not tell pages apart, beside the shipped list:"
          + " name,name*,…"),
  SYNDICATION_WINDOW(
      "syndication.window", "P14D", "how far apart two copies may lie, and how long one is held"),
  STORY_CLOSE_AFTER("story.close-after", "P14D", "a story without coverage for so long is closed"),
  STORY_RECENT_FOR(
      "story.recent-for", "P60D", "stories without coverage for longer keep a thinner index"),
  STORY_FORGET_AFTER(
      "story.forget-after", "P1095D", "stories without coverage for longer are forgotten"),
  STORY_ALLOWED_LATENESS(
      "story.allowed-lateness",
      "PT24H",
      "articles older than the edition's clock by more are late"),
  STORY_MAXIMUM_ARTICLES(
      "story.maximum-articles",
      "200000",
      "articles held in stories [10..]; the least recently updated story leaves first"),
  OPS_HOST("ops.host", "127.0.0.1", "address for live, ready, topology and metrics"),
  OPS_PORT("ops.port", "0", "port for live, ready, topology and metrics; 0 for none");

  private final String key;
  private final String defaultValue;
  private final String meaning;

  Setting(String key, String defaultValue, String meaning) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.meaning = meaning;
  }

  /** Name in a properties file, for example {@code syndication.window}. */
  public String key() {
    return key;
  }

  /** Name in the environment, for example {@code SYNDICATION_WINDOW}. */
  public String variable() {
    return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** Value where nobody sets one. */
  public String defaultValue() {
    return defaultValue;
  }

  /** What it does, with its range. */
  public String meaning() {
    return meaning;
  }

  /** The setting of this name. */
  static Optional<Setting> byKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }
}
