package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.pipeline.Processor;
import org.storywire.docker.pipeline.ProcessorFactory;
import org.storywire.schemas.NewsTopics;

/** A processor in a process of its own, killed without warning while the feed runs. */
class KilledProcessorIT {

  private static final Path CORPUS = Path.of("src/main/resources/sample-corpus");
  private static final int KILL_AFTER = 12;
  private static final int ARTICLES = 89;

  @TempDir private Path directory;

  @Test
  void shouldGiveTheSameDigestWhenTheProcessorIsKilledMidFeedAndRestarted() {
    // Given
    Replayed undisturbed = Replayed.of(List.of(CORPUS), directory.resolve("undisturbed"));
    AtomicLong writtenAtKill = new AtomicLong();

    // When
    Replayed disturbed =
        Replayed.of(
            surroundings -> new ChildProcessor(surroundings, writtenAtKill),
            List.of(CORPUS),
            directory.resolve("disturbed"));

    // Then
    assertThat(writtenAtKill.get()).isGreaterThanOrEqualTo(KILL_AFTER).isLessThan(ARTICLES);
    assertThat(disturbed.digest()).isEqualTo(undisturbed.digest());
    assertThat(disturbed.lines("articles.jsonl")).hasSize(ARTICLES);
  }

  /** Runs {@code storywire process} and kills it once, when it has written some articles. */
  private static final class ChildProcessor implements Processor {

    private final ProcessorFactory.Surroundings surroundings;
    private final AtomicLong writtenAtKill;
    private final Thread killer = new Thread(this::killOnce, "killer");
    private volatile ChildProcess process;
    private volatile boolean closed;

    ChildProcessor(ProcessorFactory.Surroundings surroundings, AtomicLong writtenAtKill) {
      this.surroundings = surroundings;
      this.writtenAtKill = writtenAtKill;
    }

    @Override
    public void start() {
      process = spawn();
      killer.start();
    }

    private ChildProcess spawn() {
      return ChildProcess.start(surroundings.bootstrapServers(), surroundings.stateDirectory(), 1);
    }

    private void killOnce() {
      TopicPartition articles = new TopicPartition(NewsTopics.ARTICLES, 0);
      try (Admin admin =
          Admin.create(Map.of("bootstrap.servers", surroundings.bootstrapServers()))) {
        while (!closed) {
          long written =
              admin
                  .listOffsets(Map.of(articles, OffsetSpec.latest()))
                  .partitionResult(articles)
                  .get()
                  .offset();
          if (written >= KILL_AFTER) {
            process.kill();
            writtenAtKill.set(written);
            process = spawn();
            return;
          }
        }
      } catch (Exception e) {
        throw new IllegalStateException("unable to kill the processor", e);
      }
    }

    @Override
    public boolean running() {
      return true;
    }

    @Override
    public String group() {
      return "storywire";
    }

    @Override
    public Optional<Throwable> failure() {
      return killer.isAlive() || process.isAlive()
          ? Optional.empty()
          : Optional.of(new IllegalStateException("the processor ended by itself"));
    }

    @Override
    public void close() {
      closed = true;
      try {
        killer.join();
        process.stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
