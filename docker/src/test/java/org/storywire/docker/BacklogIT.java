package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.pipeline.Processor;
import org.storywire.docker.pipeline.ProcessorFactory;
import org.storywire.schemas.NewsTopics;

/** A backlog in twelve raw partitions, taken by two instances, one of which is killed. */
class BacklogIT {

  private static final Path CORPUS = Path.of("src/main/resources/sample-corpus");
  private static final int PARTITIONS = 12;

  /** Records in the raw topic: the corpus has one more, which ingest refuses. */
  private static final int DELIVERIES = 88;

  private static final int KILL_AFTER = 12;

  @TempDir private Path directory;

  @Test
  void shouldGiveTheDigestOfTheReplayInOrderOfReceipt() {
    // Given
    Replayed inOrder = Replayed.of(List.of(CORPUS), directory.resolve("in-order"));
    AtomicLong writtenAtKill = new AtomicLong();

    // When
    Replayed backlog =
        Replayed.of(
            surroundings -> new TwoInstances(surroundings, writtenAtKill),
            Map.of("topics.raw-partitions", Integer.toString(PARTITIONS)),
            List.of(CORPUS),
            directory.resolve("backlog"));

    // Then
    assertThat(writtenAtKill.get()).isGreaterThanOrEqualTo(KILL_AFTER);
    assertThat(backlog.digest()).isEqualTo(inOrder.digest());
    assertThat(backlog.lines("articles.jsonl")).hasSameSizeAs(inOrder.lines("articles.jsonl"));
  }

  /** Begins when all is fed; kills the first instance when some articles are written. */
  private static final class TwoInstances implements Processor {

    private final ProcessorFactory.Surroundings surroundings;
    private final AtomicLong writtenAtKill;
    private final Thread director = new Thread(this::direct, "director");
    private volatile ChildProcess first;
    private volatile ChildProcess second;
    private volatile boolean closed;
    private volatile Exception failure;

    TwoInstances(ProcessorFactory.Surroundings surroundings, AtomicLong writtenAtKill) {
      this.surroundings = surroundings;
      this.writtenAtKill = writtenAtKill;
    }

    @Override
    public void start() {
      director.start();
    }

    private void direct() {
      try (Admin admin =
          Admin.create(Map.of("bootstrap.servers", surroundings.bootstrapServers()))) {
        await(admin, NewsTopics.RAW_ARTICLES, PARTITIONS, DELIVERIES);
        first = spawn("one");
        second = spawn("two");
        writtenAtKill.set(await(admin, NewsTopics.ARTICLES, 1, KILL_AFTER));
        first.kill();
      } catch (Exception e) {
        failure = closed ? null : e;
      }
    }

    private ChildProcess spawn(String name) {
      return ChildProcess.start(
          surroundings.bootstrapServers(), surroundings.stateDirectory().resolve(name), PARTITIONS);
    }

    private long await(Admin admin, String topic, int partitions, long records)
        throws ExecutionException, InterruptedException {
      Map<TopicPartition, OffsetSpec> ends =
          IntStream.range(0, partitions)
              .mapToObj(partition -> new TopicPartition(topic, partition))
              .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
      while (!closed) {
        long written =
            admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
        if (written >= records) {
          return written;
        }
      }
      throw new IllegalStateException("closed while waiting for " + topic);
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
      if (failure != null) {
        return Optional.of(failure);
      }
      return second == null || second.isAlive()
          ? Optional.empty()
          : Optional.of(new IllegalStateException("the second instance ended by itself"));
    }

    @Override
    public void close() {
      closed = true;
      try {
        director.join();
        for (ChildProcess instance : new ChildProcess[] {first, second}) {
          if (instance != null) {
            instance.kill();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
