package org.storywire.docker.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.ingest.Delivery;

/** What a standby replica saves when the instance that owns the English edition is killed. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StandbyIT {

  private static final int EDITIONS = 4;

  /** The partition of the English edition, as Kafka's partitioner puts its key. */
  static final TopicPartition ENGLISH =
      new TopicPartition(
          Cluster.EDITIONS,
          Utils.toPositive(Utils.murmur2("en".getBytes(StandardCharsets.UTF_8))) % EDITIONS);

  private static final Pattern RESTORED =
      Pattern.compile(
          "Finished restoring changelog storywire-(?:syndication|story)\\S*-changelog-"
              + ENGLISH.partition()
              + " to store \\S+ with a total number of (\\d+) records");

  @TempDir private Path directory;

  @BeforeAll
  static void requireDocker() {
    Images.requireDocker();
  }

  /** What a takeover cost: records read back from changelogs, and time without a result. */
  private record Takeover(long restored, long silentMillis) {}

  @Test
  void shouldResumeWithoutFullRestoreWhenTheOwnerOfTheEditionIsKilledAndAStandbyIsThere()
      throws Exception {
    // Given
    List<List<Delivery>> rounds = Rounds.of(2, 2);
    List<String> undisturbed = Feeding.undisturbed(rounds, directory.resolve("undisturbed"));

    // When
    Takeover without = takeover(0, rounds, undisturbed);
    Takeover with = takeover(1, rounds, undisturbed);

    // Then
    System.out.printf(
        Locale.ROOT,
        "standby: without one %d records restored, no result for %.1f s;"
            + " with one %d records, %.1f s%n",
        without.restored(),
        without.silentMillis() / 1000.0,
        with.restored(),
        with.silentMillis() / 1000.0);
    assertThat(without.restored()).isPositive();
    assertThat(with.restored()).isLessThan(without.restored() / 2);
  }

  private Takeover takeover(int standbys, List<List<Delivery>> rounds, List<String> undisturbed)
      throws Exception {
    Map<String, String> settings = Map.of("standby.replicas", Integer.toString(standbys));
    try (Cluster cluster = Cluster.start(1);
        Feeding feeding =
            new Feeding(cluster.bootstrapServers(), directory.resolve("standbys-" + standbys))) {
      Node first = cluster.startProcessor("processor-1", settings);
      Node second = cluster.startProcessor("processor-2", settings);
      cluster.awaitProcessing(first, second);
      feeding.feed(rounds.get(0));
      Node owner = cluster.owner(ENGLISH);
      Node other = owner == first ? second : first;
      long before = restored(other);
      Feeding.Fed fed = feeding.feed(rounds.get(1), 0, 30, owner::kill);
      assertThat(fed.digest()).isEqualTo(undisturbed.get(1));
      assertThat(feeding.violations()).isEmpty();
      return new Takeover(restored(other) - before, fed.silence().toMillis());
    }
  }

  /** Records that an instance has read back from changelogs of the English edition so far. */
  static long restored(Node processor) {
    return RESTORED
        .matcher(processor.log())
        .results()
        .mapToLong(result -> Long.parseLong(result.group(1)))
        .sum();
  }
}
