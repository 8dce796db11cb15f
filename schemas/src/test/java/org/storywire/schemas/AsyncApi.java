package org.storywire.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** Describes the topics as AsyncAPI 3, from their definitions and schemas. */
final class AsyncApi {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String KAFKA_BINDING = "0.5.0";

  /** Configuration of a topic that AsyncAPI's Kafka binding has a place for. */
  private static final List<String> NUMBERS = List.of("retention.ms", "max.message.bytes");

  /** Who writes and who reads a topic, what its key is, and headers that its records carry. */
  private record Use(
      List<String> writers, List<String> readers, String key, List<String> headers) {}

  private static final List<String> EVENT_HEADERS =
      List.of("traceparent", "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time");
  private static final Map<String, Use> USES =
      Map.of(
          NewsTopics.SOURCES,
          new Use(List.of("ingest"), List.of("ingest"), "source id/settings or state", List.of()),
          NewsTopics.OVERRIDES,
          new Use(List.of("editors"), List.of("processor", "monitor"), "edition", List.of()),
          NewsTopics.RAW_ARTICLES,
          new Use(List.of("ingest"), List.of("processor"), "source", EVENT_HEADERS),
          NewsTopics.ARTICLES,
          new Use(List.of("processor"), List.of(), "article id", EVENT_HEADERS),
          NewsTopics.STORY_UPDATES,
          new Use(List.of("processor"), List.of(), "story id", EVENT_HEADERS),
          NewsTopics.STORIES,
          new Use(List.of("processor"), List.of(), "story id", EVENT_HEADERS),
          NewsTopics.DEAD_LETTERS,
          new Use(
              List.of("ingest", "processor"),
              List.of("redrive"),
              "key of the record as it was",
              List.of(
                  "__streams.errors.exception",
                  "__streams.errors.message",
                  "__streams.errors.topic",
                  "__streams.errors.partition",
                  "__streams.errors.offset",
                  "storywire.errors.stage",
                  "storywire.errors.file",
                  "storywire.errors.line",
                  "storywire.errors.message",
                  "storywire.redriven",
                  "storywire.redriven-letter")));

  private AsyncApi() {}

  /** The document as indented JSON. */
  static String document() {
    ObjectNode root = JSON.createObjectNode();
    root.put("asyncapi", "3.0.0");
    root.putObject("info")
        .put("title", "storywire")
        .put("version", "1")
        .put(
            "description",
            "Topics that turn a firehose of news into stories. Partitions and retention are the"
                + " defaults; replicas are the operator's choice.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    root.put("defaultContentType", "avro/binary");
    ObjectNode channels = root.putObject("channels");
    ObjectNode operations = root.putObject("operations");
    ObjectNode messages = root.putObject("components").putObject("messages");
    for (TopicDefinition topic : TopicDefinitions.standard(1)) {
      String channel = topic.name().split("\\.")[1];
      Use use = USES.get(topic.name());
      String message = TopicRecords.schema(topic.name()).map(Schema::getName).orElse("DeadLetter");
      channel(channels.putObject(channel), topic, message);
      use.writers().forEach(who -> operation(operations, who, "send", channel));
      use.readers().forEach(who -> operation(operations, who, "receive", channel));
      message(messages.putObject(message), topic.name(), message, use);
    }
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void channel(ObjectNode channel, TopicDefinition topic, String message) {
    channel.put("address", topic.name());
    channel
        .putObject("messages")
        .putObject(message)
        .put("$ref", "#/components/messages/" + message);
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("partitions", topic.partitions());
    Map<String, String> configs = new TreeMap<>(topic.configs());
    ObjectNode configuration = kafka.putObject("topicConfiguration");
    configuration.putArray("cleanup.policy").add(configs.get("cleanup.policy"));
    NUMBERS.stream()
        .filter(configs::containsKey)
        .forEach(name -> configuration.put(name, Long.parseLong(configs.get(name))));
    kafka.put("bindingVersion", KAFKA_BINDING);
  }

  private static void operation(ObjectNode operations, String who, String action, String channel) {
    operations
        .putObject(who + "-" + action + "s-" + channel)
        .put("action", action)
        .putObject("channel")
        .put("$ref", "#/channels/" + channel);
  }

  private static void message(ObjectNode message, String topic, String name, Use use) {
    message.put("name", name);
    ObjectNode headers = message.putObject("headers").put("type", "object").putObject("properties");
    use.headers().forEach(header -> headers.putObject(header).put("type", "string"));
    TopicRecords.released(topic).stream()
        .reduce((older, newer) -> newer)
        .ifPresentOrElse(schema -> avro(message, schema), () -> bytes(message));
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka.putObject("key").put("type", "string").put("description", use.key());
    kafka.put("bindingVersion", KAFKA_BINDING);
  }

  private static void avro(ObjectNode message, Schema schema) {
    message.put("summary", schema.getDoc());
    ObjectNode payload = message.putObject("payload");
    payload.put("schemaFormat", "application/vnd.apache.avro+json;version=1.9.0");
    try {
      payload.set("schema", JSON.readTree(schema.toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void bytes(ObjectNode message) {
    message.put(
        "summary",
        "A record that could not be processed, bytes as they were; headers tell why. A record with"
            + " the header storywire.redriven-letter is no letter: it says that one was sent"
            + " back.");
    message.put("contentType", "application/octet-stream");
    ArrayNode types = message.putObject("payload").putArray("type");
    types.add("string").add("null");
  }
}
