package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.ingest.fetch.FetchConfig;
import picocli.CommandLine;

class IngestCommandTest {

  @TempDir private Path directory;

  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(
          true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private IngestConfig used;

  @Test
  void shouldSumUpWhenAllIsSent() throws IOException {
    // Given
    Path feed = write("feed.jsonl", "{\"body\":\"x\"}\noops\n{\"body\":\"y\"}\n");

    // When
    int exit = run(Map.of(), feed.toString(), "-");

    // Then
    assertThat(exit).isZero();
    assertThat(out.toString().strip()).isEqualTo("read 4, sent 3, bad 1");
    assertThat(kafka.history()).hasSize(4);
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void shouldTakeFlagThenEnvironmentThenFileWhenSettingsDiffer() throws IOException {
    // Given
    String file =
        write(
                "ingest.properties",
                """
                ingest.rate=1
                ingest.bootstrap-server=file:1
                ingest.raw-articles-topic=from-file
                kafka.linger.ms=9
                """)
            .toString();
    Map<String, String> environment =
        Map.of("INGEST_RATE", "2", "INGEST_BOOTSTRAP_SERVER", "environment:1");

    // When
    int exit = run(environment, "-c", file, "-b", "flag:1", directory.toString());

    // Then
    assertThat(exit).isZero();
    assertThat(used)
        .isEqualTo(
            new IngestConfig(
                "flag:1",
                "from-file",
                "news.dead-letters.v1",
                2,
                Map.of("linger.ms", "9"),
                Optional.empty()));
  }

  @Test
  void shouldRefuseByNameWhenKeyOfFileIsUnknown() throws IOException {
    // Given
    String file = write("c.properties", "shared.key=1\nstory.widow=1\n").toString();

    // When
    int exit = run(Map.of(), "-c", file, directory.toString());

    // Then
    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("unknown key story.widow in " + file);
    assertThat(kafka.history()).isEmpty();
  }

  @Test
  void shouldTakeSingleSettingsAndRefuseUnknownOnes() {
    // When
    int exit = run(Map.of(), "-s", "ingest.rate=-1", directory.toString());
    int unknown = run(Map.of(), "-s", "ingset.rate=1", directory.toString());

    // Then
    assertThat(exit).isEqualTo(2);
    assertThat(unknown).isEqualTo(2);
    assertThat(err.toString())
        .contains("illegal ingest.rate: -1.0", "unknown key ingset.rate in the command line");
  }

  @Test
  void shouldExplainEveryKeyOfIngest() {
    assertThat(IngestKeys.ALL.stream().map(IngestKeys.Key::name))
        .containsAll(IngestConfig.KEYS)
        .containsAll(FetchConfig.KEYS)
        .hasSize(IngestConfig.KEYS.size() + FetchConfig.KEYS.size());
  }

  @Test
  void shouldFailNamingPlaceWhenItDoesNotExist() {
    // When
    int exit = run(Map.of(), directory.resolve("nowhere").toString());

    // Then
    assertThat(exit).isEqualTo(1);
    assertThat(err.toString()).endsWith("nowhere does not exist, expected a file or a directory\n");
  }

  @Test
  void shouldFailNamingBrokerWhenItCannotBeReached() throws IOException {
    // Given
    String file = write("c.properties", "kafka.max.block.ms=50\n").toString();
    CommandLine command = new CommandLine(new IngestCommand(Map.of(), key -> false));
    command.setErr(new PrintWriter(err));

    // When
    int exit = command.execute("-b", "localhost:1", "-c", file, directory.toString());

    // Then
    assertThat(exit).isEqualTo(1);
    assertThat(err.toString()).startsWith("ingest: no broker answers at localhost:1");
  }

  @Test
  void shouldExplainItselfWhenAskedForHelp() {
    // When
    int exit = run(Map.of(), "--help");

    // Then
    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains("ingest", "PATH", "--bootstrap-server", "--rate", "--config", "manifest.tsv");
    assertThat(out.toString()).contains(IngestConfig.KEYS);
  }

  @Test
  void shouldFeedFilesAsTheyComeWhenDirectoryIsWatched() throws Exception {
    // Given
    write("a.jsonl", "{\"body\": \"One.\"}\n");
    Thread command = new Thread(() -> run(Map.of(), "--watch", directory.toString()));
    command.start();
    await(1);

    // When
    write("b.jsonl", "{\"body\": \"Two.\"}\n");
    await(2);
    command.interrupt();
    command.join();

    // Then
    assertThat(out.toString()).contains("read 1, sent 1", "read 2, sent 2");
    assertThat(kafka.history()).hasSize(2);
  }

  private void await(int articles) {
    while (kafka.history().size() < articles
        || !Files.exists(directory.resolve(WatchedFiles.MEMORY))) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void shouldRefuseToWatchWhenPlaceIsNoDirectory() throws IOException {
    // When
    int exit = run(Map.of(), "--watch", write("a.jsonl", "{\"body\": \"One.\"}\n").toString());

    // Then
    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("must be of one directory");
  }

  @Test
  void shouldRefuseWhenPathIsMissing() {
    assertThat(run(Map.of())).isEqualTo(2);
  }

  private int run(Map<String, String> environment, String... arguments) {
    byte[] standardInput = "{\"body\":\"z\"}".getBytes(StandardCharsets.UTF_8);
    IngestCommand command =
        new IngestCommand(
            environment,
            key -> key.startsWith("shared."),
            config -> {
              used = config;
              return new RawArticleProducer(
                  kafka, config, SendObserver.NONE, Pace.of(0), System::nanoTime);
            },
            new ByteArrayInputStream(standardInput));
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }
}
