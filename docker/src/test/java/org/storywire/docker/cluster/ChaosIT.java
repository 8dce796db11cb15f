package org.storywire.docker.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.Await;
import org.storywire.docker.replay.ReplayDiff;
import org.storywire.ingest.Delivery;
import org.storywire.schemas.NewsTopics;

/**
 * Three brokers and two instances of the processor with standbys, exactly once, disturbed while
 * news flows. One feed goes through all troubles in a row, and after each of them all results since
 * the beginning are those of a run that nothing disturbed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ChaosIT {

  private static final int TROUBLES = 8;
  private static final int REPETITIONS = 2;

  /** Articles of a round that have ended when its trouble begins. */
  private static final int UNDER_WAY = 30;

  /** Articles a second where the trouble takes longer than a feed at full speed. */
  private static final double SLOWLY = 8;

  /** What a broker says that must not write, in its log. */
  private static final String TOO_FEW = "is insufficient to satisfy the min.isr requirement of 3";

  /**
   * What a processor says of each attempt in vain. The error is NOT_ENOUGH_REPLICAS, or
   * CONCURRENT_TRANSACTIONS while the end of the last transaction can't be written either.
   */
  private static final String IN_VAIN = "Got error produce response";

  static final Map<String, String> SETTINGS = Map.of("standby.replicas", "1");

  @TempDir private static Path directory;
  private static List<List<Delivery>> rounds;
  private static List<String> undisturbed;
  private static Cluster cluster;
  private static Feeding feeding;
  private static Node first;
  private static Node second;

  @BeforeAll
  static void start() throws IOException {
    Images.requireDocker();
    rounds = Rounds.of(TROUBLES, REPETITIONS);
    undisturbed = Feeding.undisturbed(rounds, directory.resolve("undisturbed"));
    cluster = Cluster.start(3);
    first = cluster.startProcessor("processor-1", SETTINGS);
    second = cluster.startProcessor("processor-2", SETTINGS);
    feeding = new Feeding(cluster.bootstrapServers(), directory.resolve("disturbed"));
    cluster.awaitProcessing(first, second);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      if (feeding != null) {
        feeding.close();
      }
      cluster.close();
    }
  }

  @Test
  @Order(0)
  void shouldGiveTheSameResultsWhenAProcessorIsKilled() throws IOException {
    disturb(0, 0, "processor killed", ChaosIT::killProcessor);
  }

  @Test
  @Order(1)
  void shouldGiveTheSameResultsWhenABrokerIsKilled() throws IOException {
    disturb(1, 0, "broker killed", ChaosIT::killBroker);
  }

  @Test
  @Order(2)
  void shouldGiveTheSameResultsWhenBrokersAreRestartedOneByOne() throws IOException {
    disturb(
        2,
        SLOWLY,
        "brokers restarted one by one",
        () -> {
          for (int id = 1; id <= cluster.brokers().count(); id++) {
            Node broker = cluster.brokers().node(id);
            broker.stop();
            broker.startAgain();
            cluster.awaitInSync();
          }
        });
  }

  @Test
  @Order(3)
  void shouldGiveTheSameResultsWhenABrokerHangsPastItsSession() throws IOException {
    disturb(
        3,
        SLOWLY,
        "broker paused past its session",
        () -> {
          Node broker = cluster.brokers().node(2);
          broker.pause();
          try {
            cluster.awaitMembers(2);
          } finally {
            broker.resume();
          }
          cluster.awaitInSync();
        });
  }

  @Test
  @Order(4)
  void shouldGiveTheSameResultsWhenAProcessorJoinsAndLeaves() throws IOException {
    disturb(
        4,
        SLOWLY,
        "third processor added and removed",
        () -> {
          Node third = cluster.startProcessor("processor-3", SETTINGS);
          cluster.awaitProcessing(first, second, third);
          third.stop();
          cluster.awaitProcessing(first, second);
        });
  }

  @Test
  @Order(5)
  void shouldGiveTheSameResultsWhenABrokerAndAProcessorAreKilledTogether() throws IOException {
    disturb(
        5,
        0,
        "broker and processor killed",
        () -> {
          Node broker = cluster.brokers().node(3);
          broker.kill();
          killProcessor();
          broker.startAgain();
          cluster.awaitInSync();
        });
  }

  @Test
  @Order(6)
  void shouldWaitLoudlyAndLoseNothingWhenTooFewReplicasAreInSync() throws IOException {
    disturb(
        6,
        0,
        "min.insync.replicas unmet",
        () -> {
          cluster.requireInSync(3);
          Node broker = cluster.brokers().node(2);
          int before = attemptsInVain();
          broker.kill();
          try {
            Await.until(
                "a broker to refuse for too few replicas, and a processor to tell that it waits",
                () ->
                    (cluster.brokers().node(1).log().contains(TOO_FEW)
                            || cluster.brokers().node(3).log().contains(TOO_FEW))
                        && attemptsInVain() > before + 10);
          } finally {
            broker.startAgain();
            cluster.awaitInSync();
            cluster.requireInSync(2);
          }
        });
  }

  @Test
  @Order(7)
  void shouldGiveTheSameResultsWhenNothingHappensAfterAllThat() throws IOException {
    disturb(7, 0, "nothing", () -> {});
  }

  private static int attemptsInVain() {
    return (first.log() + second.log()).split(IN_VAIN, -1).length;
  }

  private static void killProcessor() {
    Node victim = cluster.owner(new TopicPartition(NewsTopics.RAW_ARTICLES, 0));
    victim.kill();
    victim.startAgain();
    cluster.awaitProcessing(first, second);
  }

  private static void killBroker() {
    Node broker = cluster.brokers().node(1);
    broker.kill();
    cluster.awaitMembers(2);
    broker.startAgain();
    cluster.awaitInSync();
  }

  private static void disturb(int round, double rate, String trouble, Trouble.Deed deed)
      throws IOException {
    // When
    Feeding.Fed fed = feeding.feed(rounds.get(round), rate, UNDER_WAY, deed);

    // Then
    System.out.printf(
        Locale.ROOT,
        "chaos: %-36s no result for %4.1f s, round of %d articles took %5.1f s%n",
        trouble,
        fed.silence().toMillis() / 1000.0,
        rounds.get(round).size(),
        fed.taken().toMillis() / 1000.0);
    if (round == TROUBLES - 1) {
      assertThat(ReplayDiff.of(directory.resolve("undisturbed"), directory.resolve("disturbed")))
          .isEmpty();
    }
    assertThat(fed.digest()).isEqualTo(undisturbed.get(round));
    assertThat(feeding.violations()).isEmpty();
    Cluster.requireRunning(first);
    Cluster.requireRunning(second);
  }
}
