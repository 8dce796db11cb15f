package org.storywire.docker.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.replay.ReplayDiff;
import org.storywire.ingest.Delivery;

/** The image as it is shipped, against a broker in a container. */
class ImageIT {

  @TempDir private Path directory;

  @BeforeAll
  static void requireDocker() {
    Images.requireDocker();
  }

  @Test
  void shouldGiveTheStoriesOfAnInProcessRunWhenTheImageProcessesTheSampleCorpus() throws Exception {
    // Given
    List<List<Delivery>> rounds = List.of(Rounds.sample());
    List<String> inProcess = Feeding.undisturbed(rounds, directory.resolve("in-process"));

    // When
    try (Cluster cluster = Cluster.start(1);
        Feeding feeding = new Feeding(cluster.bootstrapServers(), directory.resolve("image"))) {
      Node processor = cluster.startProcessor("processor", Map.of());
      Feeding.Fed fed = feeding.feed(rounds.get(0));

      // Then
      assertThat(ReplayDiff.of(directory.resolve("in-process"), directory.resolve("image")))
          .isEmpty();
      assertThat(fed.digest()).isEqualTo(inProcess.get(0));
      assertThat(feeding.violations()).isEmpty();
      assertThat(feeding.recording().tally().articles()).isEqualTo(89);

      // When it is asked to stop
      processor.stop();

      // Then it has left in good order
      assertThat(processor.exitCode()).isEqualTo(143);
      assertThat(processor.log()).contains("state NOT_RUNNING");
    }
  }
}
