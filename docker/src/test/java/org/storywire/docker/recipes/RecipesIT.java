package org.storywire.docker.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.storywire.docker.Await;
import org.storywire.docker.Committed;
import org.storywire.docker.broker.EmbeddedBroker;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.RawArticleProducer;
import org.storywire.ingest.SendObserver;
import org.storywire.news.StoryUpdate;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;
import org.storywire.schemas.registry.FakeRegistry;
import org.storywire.schemas.registry.RegistryFormat;
import org.storywire.schemas.registry.SchemaContracts;

/** The README's recipes against a broker with sample news and a registry. */
class RecipesIT {

  private static final Path CORPUS = Path.of("src/main/resources/sample-corpus/articles.jsonl");
  private static final Path WORK = Path.of("target/recipes");
  private static final int ARTICLES = 30;
  private static final int NO_LIMIT = 1_000;

  private static final FakeRegistry REGISTRY = FakeRegistry.started();
  private static final List<StoryUpdate> UPDATES = new ArrayList<>();
  private static LocalPipeline pipeline;

  @BeforeAll
  static void start() {
    SchemaContracts.register(REGISTRY.client());
    pipeline = LocalPipeline.start(LocalProcessor::new, 2, REGISTRY.settings());
    Map<String, String> settings = new HashMap<>(REGISTRY.settings());
    settings.put(IngestConfig.BOOTSTRAP_SERVER, pipeline.bootstrapServers());
    try (RawArticleProducer producer =
        RawArticleProducer.open(IngestConfig.from(settings), SendObserver.NONE)) {
      Arrivals.of(List.of(CORPUS)).stream()
          .filter(Delivery.Found.class::isInstance)
          .limit(ARTICLES)
          .forEach(producer::send);
      producer.flush();
    }
    awaitArticles();
    readUpdates();
  }

  @AfterAll
  static void stop() {
    pipeline.close();
    REGISTRY.close();
  }

  private static void awaitArticles() {
    AtomicInteger articles = new AtomicInteger();
    try (KafkaConsumer<String, byte[]> consumer = consumer(NewsTopics.ARTICLES)) {
      Await.until(
          "all articles",
          () -> articles.addAndGet(consumer.poll(Duration.ofMillis(200)).count()) >= ARTICLES);
    }
  }

  private static void readUpdates() {
    TopicPartition partition = new TopicPartition(NewsTopics.STORY_UPDATES, 0);
    try (KafkaConsumer<String, byte[]> consumer = consumer(NewsTopics.STORY_UPDATES);
        WireFormat format = RegistryFormat.of(REGISTRY.settings())) {
      var decoder = NewsSerdes.storyUpdate(format).deserializer();
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record ->
                    UPDATES.add(decoder.deserialize(NewsTopics.STORY_UPDATES, record.value())));
      }
    }
  }

  private static KafkaConsumer<String, byte[]> consumer(String topic) {
    return Committed.of(
        pipeline.bootstrapServers(), new StringDeserializer(), new ByteArrayDeserializer(), topic);
  }

  private static List<StoryUpdate> material() {
    return UPDATES.stream().filter(StoryUpdate::getMaterial).toList();
  }

  private static Map<String, String> environment() {
    return Map.of(
        "BOOTSTRAP_SERVERS", pipeline.bootstrapServers(),
        "SCHEMA_REGISTRY_URL", REGISTRY.settings().get("schema.registry.url"));
  }

  private static Path directory(String name) throws Exception {
    return Files.createDirectories(WORK.resolve(name).toAbsolutePath());
  }

  @Test
  void shouldListTopicsAndShowARecordWhenKcatIsAsked() throws Exception {
    // Given
    if (!Tool.works(List.of("kcat", "-V"))) {
      Tool.missing("kcat");
    }
    List<String> commands =
        Recipe.commands("kcat").stream()
            .map(command -> command.replace("localhost:19192", pipeline.bootstrapServers()))
            .toList();

    // When
    List<List<String>> printed = new ArrayList<>();
    for (String command : commands) {
      printed.add(
          Tool.lines(List.of(command.split(" ")), directory("kcat"), environment(), NO_LIMIT));
    }

    // Then
    assertThat(printed).hasSize(2);
    assertThat(printed.get(0)).contains("  topic \"news.articles.v1\" with 1 partitions:");
    assertThat(printed.get(1))
        .singleElement()
        .asString()
        .startsWith("{\"topic\":\"news.story-updates.v1\",\"partition\":0,\"offset\":0,")
        .contains("\"ce_type\",\"storywire.story-update\"")
        .contains("\"key\":\"" + UPDATES.get(0).getStoryId() + "\"");
  }

  @Test
  void shouldPrintWhatIsNewWhenNodeReads() throws Exception {
    // Given
    Path directory = directory("node");
    if (!Tool.works(List.of("node", "--version")) || !Tool.works(List.of("npm", "--version"))) {
      Tool.missing("Node.js with npm");
    }
    installPackages(directory);
    Files.writeString(directory.resolve("alerts.mjs"), Recipe.code("js"), StandardCharsets.UTF_8);

    // When
    List<String> printed =
        Tool.lines(List.of("node", "alerts.mjs"), directory, environment(), material().size());

    // Then
    assertThat(printed)
        .isEqualTo(
            material().stream()
                .map(
                    update ->
                        "%s %d %s %s"
                            .formatted(
                                update.getStoryId(),
                                update.getRevision(),
                                update.getKind(),
                                update.getHeadline()))
                .toList());
  }

  private static void installPackages(Path directory) {
    String install = Recipe.one("`(npm install [^`]+)`");
    List<String> packages = Stream.of(install.split(" ")).skip(2).toList();
    if (packages.stream().allMatch(name -> installed(directory, name))) {
      return;
    }
    Map<String, String> quiet =
        Map.of(
            "npm_config_audit",
            "false",
            "npm_config_fund",
            "false",
            "npm_config_ignore_scripts",
            "true",
            "npm_config_fetch_retries",
            "5");
    List<String> told = Tool.lines(List.of(install.split(" ")), directory, quiet, NO_LIMIT);
    if (!packages.stream().allMatch(name -> installed(directory, name))) {
      abort("\"" + install + "\" found no packages, the recipe needs them: " + told);
    }
  }

  private static boolean installed(Path directory, String nameAndVersion) {
    String name = nameAndVersion.substring(0, nameAndVersion.lastIndexOf('@'));
    return Files.exists(directory.resolve("node_modules").resolve(name).resolve("package.json"));
  }

  @Test
  void shouldPrintWhatIsNewWhenPythonReads() throws Exception {
    assertThat(printedByPython(environment())).isEqualTo(shortLines());
  }

  @Test
  void shouldPrintWhatIsNewWhenPythonReadsWithoutRegistry() throws Exception {
    // Given
    try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
      write(broker.bootstrapServers());

      // When
      List<String> printed =
          printedByPython(Map.of("BOOTSTRAP_SERVERS", broker.bootstrapServers()));
      List<String> all =
          Tool.lines(
              List.of(
                  Python.required("avro.io, confluent_kafka"),
                  Python.READER.toString(),
                  "--stop-at-end",
                  "--bootstrap-server",
                  broker.bootstrapServers()),
              directory("python"),
              Map.of("PYTHONIOENCODING", "utf-8"),
              NO_LIMIT);

      // Then
      assertThat(printed).isEqualTo(shortLines());
      assertThat(all).hasSameSizeAs(UPDATES);
      assertThat(all.get(0)).contains("\"storyId\": \"" + UPDATES.get(0).getStoryId() + "\"");
    }
  }

  /** The same updates as a processor without a registry writes them. */
  private static void write(String bootstrapServers) throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", bootstrapServers);
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(List.of(new NewTopic(NewsTopics.STORY_UPDATES, 1, (short) 1))).all().get();
    }
    try (KafkaProducer<String, StoryUpdate> producer =
        new KafkaProducer<>(
            client, new StringSerializer(), NewsSerdes.of(StoryUpdate.class).serializer())) {
      UPDATES.forEach(
          update ->
              producer.send(
                  new ProducerRecord<>(NewsTopics.STORY_UPDATES, update.getStoryId(), update)));
    }
  }

  private static List<String> printedByPython(Map<String, String> cluster) throws Exception {
    Path directory = directory("python");
    Files.writeString(directory.resolve("report.py"), Recipe.code("python"));
    Map<String, String> environment = new HashMap<>(cluster);
    environment.put("PYTHONIOENCODING", "utf-8");
    environment.put("STORYWIRE_PYTHON", Python.READER.getParent().toString());
    return Tool.lines(
        List.of(Python.required("avro.io, confluent_kafka"), "report.py"),
        directory,
        environment,
        material().size());
  }

  private static List<String> shortLines() {
    return material().stream()
        .map(
            update ->
                "%s %d %s %s"
                    .formatted(
                        update.getStoryId().substring(0, 10),
                        update.getRevision(),
                        update.getKind(),
                        update.getHeadline()))
        .toList();
  }
}
