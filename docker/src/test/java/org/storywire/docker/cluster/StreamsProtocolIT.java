package org.storywire.docker.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.ingest.Delivery;

/** An instance is killed while the brokers assign the tasks: {@code group.protocol=streams}. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StreamsProtocolIT {

  private static final Map<String, String> SETTINGS = Map.of("group.protocol", "streams");

  @TempDir private Path directory;

  @BeforeAll
  static void requireDocker() {
    Images.requireDocker();
  }

  @Test
  void shouldGiveTheSameResultsFromAStandbyWhenTheOwnerOfTheEditionIsKilled() throws Exception {
    // Given
    List<List<Delivery>> rounds = Rounds.of(2, 2);
    List<String> undisturbed = Feeding.undisturbed(rounds, directory.resolve("undisturbed"));
    try (Cluster cluster = Cluster.start(1, 1, Owners.STREAMS);
        Feeding feeding = new Feeding(cluster.bootstrapServers(), directory.resolve("disturbed"))) {
      cluster.configureGroup(
          Map.of(
              "streams.num.standby.replicas", "1",
              "streams.session.timeout.ms", "10000",
              "streams.heartbeat.interval.ms", "3000"));
      Node first = cluster.startProcessor("processor-1", SETTINGS);
      Node second = cluster.startProcessor("processor-2", SETTINGS);
      cluster.awaitProcessing(first, second);
      feeding.feed(rounds.get(0));
      Node owner = cluster.owner(StandbyIT.ENGLISH);
      Node other = owner == first ? second : first;
      long before = StandbyIT.restored(other);

      // When
      Feeding.Fed fed = feeding.feed(rounds.get(1), 0, 30, owner::kill);

      // Then
      long restored = StandbyIT.restored(other) - before;
      System.out.printf(
          Locale.ROOT,
          "streams protocol: owner killed, %d records restored, no result for %.1f s%n",
          restored,
          fed.silence().toMillis() / 1000.0);
      assertThat(fed.digest()).isEqualTo(undisturbed.get(1));
      assertThat(feeding.violations()).isEmpty();
    }
  }
}
