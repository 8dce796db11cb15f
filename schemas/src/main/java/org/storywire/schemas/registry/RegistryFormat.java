package org.storywire.schemas.registry;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.storywire.schemas.TopicRecords;
import org.storywire.schemas.WireFormat;

/**
 * Confluent's wire format: a zero byte, the schema's id in the registry (4 bytes, big-endian), the
 * record. Subjects are named by topic ({@code news.stories.v1-value}). Never registers anything.
 *
 * <p>What is written is today's schema, under the id that the registry gave to just that schema, be
 * there newer versions or not: so instances of two releases can run side by side. Ids and schemas
 * are remembered for good, since a registry never changes what an id means. While the registry does
 * not answer, readers and writers wait.
 */
public final class RegistryFormat implements WireFormat {

  private static final Duration FIRST_WAIT = Duration.ofMillis(100);

  private final RegistryClient client;
  private final Patience patience = new Patience(FIRST_WAIT);
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  /**
   * The registry's wire format if {@value RegistrySettings#URL} is set, single-object encoding if
   * not.
   *
   * @param settings by key; others than the registry's are passed over
   */
  public static WireFormat of(Map<String, String> settings) {
    return of(RegistrySettings.from(settings));
  }

  /** The registry's wire format if there is a registry, single-object encoding if not. */
  public static WireFormat of(Optional<RegistrySettings> settings) {
    return settings.<WireFormat>map(RegistryFormat::new).orElse(WireFormat.SINGLE_OBJECT);
  }

  /** A format that has not asked its registry yet. */
  public RegistryFormat(RegistrySettings settings) {
    this.client = new RegistryClient(settings);
  }

  @Override
  public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
    return new RegistrySerde<>(type, this);
  }

  @Override
  public void prepare(Collection<String> topics) {
    topics.forEach(
        topic -> TopicRecords.schema(topic).ifPresent(schema -> writerId(topic, schema)));
  }

  @Override
  public Optional<String> waitingFor() {
    return patience.waitingFor();
  }

  @Override
  public void close() {
    patience.close();
  }

  /** Name of the subject that holds the versions of a topic's values. */
  public static String subject(String topic) {
    return topic + "-value";
  }

  /**
   * The id under which a topic's records are written.
   *
   * @throws RegistryException if the schema is not registered for the topic
   */
  int writerId(String topic, Schema today) {
    Integer known = ids.get(topic);
    if (known != null) {
      return known;
    }
    String subject = subject(topic);
    List<RegistryClient.Version> versions = patience.ask(() -> client.versions(subject));
    int id =
        versions.stream()
            .filter(version -> same(version.schema(), today))
            .mapToInt(RegistryClient.Version::id)
            .reduce((older, newer) -> newer)
            .orElseThrow(
                () ->
                    new RegistryException(
                        "none of the "
                            + versions.size()
                            + " versions of "
                            + subject
                            + " at "
                            + client.url()
                            + " is this release's "
                            + today.getName()
                            + "; run: storywire schemas register"));
    ids.put(topic, id);
    return id;
  }

  /**
   * The schema that a record of a topic was written with.
   *
   * @return empty if the registry has no such id, though it knows the topic
   */
  Optional<Schema> writerSchema(String topic, int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Schema> found = patience.ask(() -> lookUp(topic, id));
    found.ifPresent(schema -> schemas.put(id, schema));
    return found;
  }

  /** A registry that has lost the whole topic is the one that is wrong, not the record. */
  private Optional<Schema> lookUp(String topic, int id) {
    Optional<Schema> schema = client.schema(id);
    if (schema.isEmpty() && client.versions(subject(topic)).isEmpty()) {
      throw new RegistryUnavailableException(
          client.url() + " has no subject " + subject(topic) + "; run: storywire schemas register");
    }
    return schema;
  }

  /** True if both write the same bytes for the same record. */
  private static boolean same(Schema a, Schema b) {
    return SchemaNormalization.parsingFingerprint64(a)
        == SchemaNormalization.parsingFingerprint64(b);
  }
}
