package org.storywire.docker.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.ingest.Delivery;

/** The local state is only a copy of the changelogs: to lose it, or its disk, loses nothing. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StateDirectoryIT {

  /** Too little for the stores of all editions. */
  private static final Map<String, String> SMALL_DISK =
      Map.of("/var/lib/storywire/state", "size=256k,uid=10001,gid=10001,mode=0755");

  @TempDir private Path directory;
  private List<List<Delivery>> rounds;
  private List<String> undisturbed;

  @BeforeEach
  void runUndisturbed() throws Exception {
    Images.requireDocker();
    rounds = Rounds.of(2, 1);
    undisturbed = Feeding.undisturbed(rounds, directory.resolve("undisturbed"));
  }

  @Test
  void shouldGiveTheSameResultsWhenTheStateDirectoryIsLost() throws Exception {
    try (Cluster cluster = Cluster.start(1);
        Feeding feeding = open(cluster)) {
      // Given
      Node killed = cluster.startProcessor("processor", Map.of());
      feeding.feed(rounds.get(0));

      // When
      Feeding.Fed fed =
          feeding.feed(
              rounds.get(1),
              0,
              20,
              () -> {
                killed.kill();
                killed.close();
                cluster.startProcessor("processor-anew", Map.of());
              });

      // Then
      assertThat(fed.digest()).isEqualTo(undisturbed.get(1));
      assertThat(feeding.violations()).isEmpty();
    }
  }

  @Test
  void shouldEndLoudlyAndLoseNothingWhenTheDiskOfTheStateIsFull() throws Exception {
    try (Cluster cluster = Cluster.start(1);
        Feeding feeding = open(cluster)) {
      // Given
      Node full =
          cluster.startProcessor("processor", Map.of("state.free-megabytes", "0"), SMALL_DISK);

      // When
      feeding.feed(
          rounds.get(0),
          0,
          0,
          () -> {
            int exitCode = full.awaitEnd();

            // Then
            assertThat(exitCode).isEqualTo(1);
            assertThat(full.log()).contains("No space left on device");
            cluster.startProcessor("processor-with-room", Map.of());
          });
      Feeding.Fed fed = feeding.feed(rounds.get(1));

      // Then
      assertThat(fed.digest()).isEqualTo(undisturbed.get(1));
      assertThat(feeding.violations()).isEmpty();
    }
  }

  private Feeding open(Cluster cluster) throws Exception {
    return new Feeding(cluster.bootstrapServers(), directory.resolve("disturbed"));
  }
}
