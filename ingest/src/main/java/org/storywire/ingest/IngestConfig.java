package org.storywire.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.storywire.schemas.ClientSettings;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.registry.RegistrySettings;

/**
 * Settings of ingest.
 *
 * @param bootstrapServer brokers to connect to, {@code host:port} with commas between
 * @param rawArticlesTopic where articles go
 * @param deadLettersTopic where what is bad goes
 * @param rate articles a second at most; 0 for as many as the broker takes
 * @param kafka further properties of the Kafka producer by Kafka's names
 * @param registry where the schema registry is; empty for none
 */
public record IngestConfig(
    String bootstrapServer,
    String rawArticlesTopic,
    String deadLettersTopic,
    double rate,
    Map<String, String> kafka,
    Optional<RegistrySettings> registry) {

  /** Key of {@link #bootstrapServer()}. */
  public static final String BOOTSTRAP_SERVER = "ingest.bootstrap-server";

  /** Key of {@link #rawArticlesTopic()}. */
  public static final String RAW_ARTICLES_TOPIC = "ingest.raw-articles-topic";

  /** Key of {@link #deadLettersTopic()}. */
  public static final String DEAD_LETTERS_TOPIC = "ingest.dead-letters-topic";

  /** Key of {@link #rate()}. */
  public static final String RATE = "ingest.rate";

  /** What the keys of {@link #kafka()} begin with. */
  public static final String KAFKA_PREFIX = ClientSettings.PREFIX;

  /** All keys of ingest but those of {@link #KAFKA_PREFIX}. */
  public static final Set<String> KEYS =
      Set.of(BOOTSTRAP_SERVER, RAW_ARTICLES_TOPIC, DEAD_LETTERS_TOPIC, RATE);

  /** Brokers for all features; {@link #BOOTSTRAP_SERVER} wins where both are set. */
  static final String SHARED_BOOTSTRAP_SERVERS = "bootstrap.servers";

  /** Keys that ingest shares with other features. */
  public static final Set<String> SHARED_KEYS =
      Set.of(
          SHARED_BOOTSTRAP_SERVERS,
          ClientSettings.FILE,
          RegistrySettings.URL,
          RegistrySettings.USER_INFO);

  private static final String PREFIX = "ingest.";

  /** What makes a delivery safe is not up for choice. */
  private static final Map<String, String> FIXED =
      Map.of(
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
          "true",
          ProducerConfig.ACKS_CONFIG,
          "all",
          ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
          StringSerializer.class.getName(),
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
          ByteArraySerializer.class.getName());

  /** Checks every value, naming key, value and what was expected. */
  public IngestConfig {
    requireText(BOOTSTRAP_SERVER, bootstrapServer);
    requireText(RAW_ARTICLES_TOPIC, rawArticlesTopic);
    requireText(DEAD_LETTERS_TOPIC, deadLettersTopic);
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw illegal(RATE, "" + rate, "a number of articles a second, or 0 for no limit");
    }
    kafka = Map.copyOf(kafka);
    for (String key : new TreeSet<>(kafka.keySet())) {
      String fixed = FIXED.get(key);
      if (fixed != null && !fixed.equals(kafka.get(key))) {
        throw illegal(KAFKA_PREFIX + key, kafka.get(key), fixed);
      }
      if (key.equals(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)) {
        throw new IllegalArgumentException(
            "illegal key " + KAFKA_PREFIX + key + ", use " + BOOTSTRAP_SERVER);
      }
    }
  }

  /** Settings for a broker on this machine and the usual topics, without a limit of rate. */
  public static IngestConfig defaults() {
    return new IngestConfig(
        "localhost:9092",
        NewsTopics.RAW_ARTICLES,
        NewsTopics.DEAD_LETTERS,
        0,
        Map.of(),
        Optional.empty());
  }

  /**
   * The defaults, changed by settings.
   *
   * @param settings by key; those that begin neither with {@code ingest.} nor with {@code kafka.},
   *     and are none of {@link #SHARED_KEYS}, belong to other features and are passed over
   * @throws IllegalArgumentException if a key that begins with {@code ingest.} is unknown, or a
   *     value is illegal
   */
  public static IngestConfig from(Map<String, String> settings) {
    Map<String, String> kafka = new TreeMap<>();
    Map<String, String> own = new TreeMap<>();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String key = setting.getKey();
      if (key.startsWith(KAFKA_PREFIX) && !key.equals(ClientSettings.FILE)) {
        kafka.put(key.substring(KAFKA_PREFIX.length()), setting.getValue().strip());
      } else if (key.startsWith(PREFIX)) {
        own.put(key, setting.getValue().strip());
      }
    }
    List<String> unknown = own.keySet().stream().filter(key -> !KEYS.contains(key)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown keys " + unknown + ", known are " + new TreeSet<>(KEYS));
    }
    IngestConfig defaults = defaults();
    return new IngestConfig(
        own.getOrDefault(
            BOOTSTRAP_SERVER,
            settings.getOrDefault(SHARED_BOOTSTRAP_SERVERS, defaults.bootstrapServer).strip()),
        own.getOrDefault(RAW_ARTICLES_TOPIC, defaults.rawArticlesTopic),
        own.getOrDefault(DEAD_LETTERS_TOPIC, defaults.deadLettersTopic),
        own.containsKey(RATE) ? number(RATE, own.get(RATE)) : defaults.rate,
        ClientSettings.of(settings.get(ClientSettings.FILE), kafka),
        RegistrySettings.from(settings));
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "ingest to " + bootstrapServer + " " + rawArticlesTopic + ", kafka " + kafka.keySet();
  }

  /** Properties of the Kafka producer: ours, those of {@link #kafka()}, and what is fixed. */
  public Map<String, Object> producerProperties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, "storywire-ingest");
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "5");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(256 << 10));
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Integer.toString(64 << 20));
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(32 << 20));
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "30000");
    properties.putAll(kafka);
    properties.putAll(FIXED);
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServer);
    return properties;
  }

  private static double number(String key, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw illegal(key, value, "a number");
    }
  }

  private static void requireText(String key, String value) {
    if (value == null || value.isBlank()) {
      throw illegal(key, "'" + value + "'", "not blank");
    }
  }

  private static IllegalArgumentException illegal(String key, String value, String expected) {
    return new IllegalArgumentException("illegal " + key + ": " + value + ", must be " + expected);
  }
}
