package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.storywire.docker.broker.EmbeddedBroker;
import org.storywire.schemas.TopicAdmin;
import org.storywire.schemas.TopicDefinitions;
import picocli.CommandLine;

/** What {@code storywire process} says when it can't start, and when it has to end. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StartAndEndIT {

  /** How an article begins that a later release wrote between the stages. */
  private static final byte[] FUTURE = {'s', 'w', 'r', 99};

  private static final String EDITIONS = "storywire-edition-repartition";

  @TempDir private Path directory;
  private final StringWriter error = new StringWriter();
  private EmbeddedBroker broker;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.temporary();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void shouldNameTheCureWhenNoBrokerAnswers() throws Exception {
    // Given
    int free = Http.freePort();

    // When
    int code = process("bootstrap.servers=127.0.0.1:" + free, "start.within=PT1S");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(lines())
        .singleElement()
        .asString()
        .startsWith("storywire: no broker answers at 127.0.0.1:" + free)
        .contains("set bootstrap.servers");
  }

  @Test
  void shouldNameTheListenerWhenWhatAnswersIsNoBroker() throws Exception {
    // Given
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {

      // When
      int code =
          process("bootstrap.servers=127.0.0.1:" + silent.getLocalPort(), "start.within=PT1S");

      // Then
      assertThat(code).isEqualTo(1);
      assertThat(lines())
          .singleElement()
          .asString()
          .contains("does not answer as a Kafka broker", "kafka.security.protocol");
    }
  }

  @Test
  void shouldNameTheCommandWhenTopicsAreMissing() {
    // When
    int code = process();

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(lines())
        .singleElement()
        .asString()
        .contains("news.raw-articles.v1", "news.stories.v1", "run: storywire topics create")
        .doesNotContain("news.sources.v1");
  }

  @ParameterizedTest
  @CsvSource({
    "topics.partitions=3, 'news.articles.v1 has 4 partitions, expected 3'",
    "topics.raw-partitions=6, 'news.raw-articles.v1 has 12 partitions, expected 6'",
    "edition.partitions=3, 'illegal edition.partitions: 3, " + EDITIONS + " has 4'",
    "edition.partitions=3, 'take a new application.id'",
    "state.free-megabytes=2000000000, 'MB of free disk, expected at least 2000000000'",
    "schema.registry.url=http://127.0.0.1:9/, 'start it, or set schema.registry.url'"
  })
  void shouldNameTheSettingWhenItDoesNotFit(String setting, String expected) throws Exception {
    // Given
    createTopics();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(EDITIONS, 4, (short) 1))).all().get();
      Await.until("the topic", () -> admin.listTopics().names().get().contains(EDITIONS));
    }

    // When
    int code = process(setting, "start.within=PT1S");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(lines()).singleElement().asString().contains(expected);
  }

  @Test
  void shouldNameTheDirectoryWhenItIsAFile() throws Exception {
    // Given
    Path file = Files.createFile(directory.resolve("taken"));

    // When
    int code = process("state.dir=" + file);

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(lines()).singleElement().asString().contains(file + " is a file");
  }

  @Test
  void shouldEndInFewLinesWhenWhatAnEarlierRunWroteCannotBeRead() throws Exception {
    // Given
    createTopics();
    Path log = directory.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "org.storywire.docker.Storywire",
                "process",
                "-b",
                broker.bootstrapServers(),
                "-s",
                "start.within=PT2M",
                "-s",
                "state.dir=" + directory.resolve("child"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      Await.until(
          "the processor to run",
          () -> !process.isAlive() || Files.readString(log).contains("state RUNNING"));
      int before = Files.readAllLines(log).size();

      // When
      try (KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", broker.bootstrapServers()),
              new ByteArraySerializer(),
              new ByteArraySerializer())) {
        producer.send(new ProducerRecord<>(EDITIONS, 0, new byte[] {1}, FUTURE)).get();
      }
      Await.until("the processor to end", () -> !process.isAlive());
      List<String> said = Files.readAllLines(log);

      // Then
      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(before).isLessThanOrEqualTo(20);
      assertThat(said.subList(before, said.size())).hasSizeLessThanOrEqualTo(8);
      assertThat(said)
          .filteredOn(line -> line.startsWith("storywire: processing stopped: unable to read"))
          .singleElement()
          .asString()
          .contains("start this one with a new application.id");
    } finally {
      process.destroyForcibly();
    }
  }

  private void createTopics() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      assertThat(new TopicAdmin(admin).ensure(TopicDefinitions.unexpiring(1))).isEmpty();
    }
  }

  private int process(String... settings) {
    List<String> arguments =
        new ArrayList<>(List.of("process", "-s", "bootstrap.servers=" + broker.bootstrapServers()));
    arguments.addAll(List.of("-s", "state.dir=" + directory.resolve("state")));
    for (String setting : settings) {
      arguments.addAll(List.of("-s", setting));
    }
    return Storywire.commandLine()
        .setErr(new PrintWriter(error, true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .execute(arguments.toArray(String[]::new));
  }

  private List<String> lines() {
    return error.toString().lines().toList();
  }
}
