package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.news.Article;
import org.storywire.processor.app.ProcessorProperties;
import org.storywire.processor.app.Settings;

/** Articles leave in the order of receipt, whatever the order in which partitions are read. */
class OrderProcessorTest {

  private static final int PARTITIONS = 3;
  private static final long END = 1_000_000;

  @TempDir private Path directory;
  private MockProcessorContext<String, Ordered> context;
  private KeyValueStore<String, byte[]> store;
  private Processor<String, Received, String, Ordered> order;
  private Prepared template;
  private long late;

  @BeforeEach
  void start() {
    template =
        new Stages(directory.resolve("stages"))
            .prepare(Pages.page("a.example", "a", "2026-03-02T09:00:00Z", "A", Pages.BRIDGE))
            .get(0);
    context =
        new MockProcessorContext<>(
            ProcessorProperties.of(Settings.of(Map.of())),
            new TaskId(1, 0),
            directory.resolve("order").toFile());
    restart(PARTITIONS);
  }

  private void restart(int partitions) {
    RawProgress progress =
        new RawProgress() {
          @Override
          public int partitions() {
            return partitions;
          }

          @Override
          public Snapshot latest() {
            return Snapshot.NOTHING;
          }
        };
    ProcessingObserver observer =
        new ProcessingObserver() {
          @Override
          public void outOfOrder() {
            late++;
          }
        };
    ProcessorSupplier<String, Received, String, Ordered> supplier =
        OrderProcessor.supplier(progress, observer);
    for (StoreBuilder<?> builder : supplier.stores()) {
      if (store == null) {
        @SuppressWarnings("unchecked")
        var fresh =
            (KeyValueStore<String, byte[]>)
                builder.withLoggingDisabled().withCachingDisabled().build();
        fresh.init(context.getStateStoreContext(), fresh);
        store = fresh;
      }
      context.addStateStore(store);
    }
    order = supplier.get();
    order.init(context);
  }

  private void article(long time, int partition, long offset) {
    Article article =
        Article.newBuilder(template.article())
            .setNativeId(time + "/" + partition + "/" + offset)
            .build();
    Prepared prepared = new Prepared(article, false, template.fingerprint(), template.features());
    give(new Received(new Receipt(time, 0, partition, offset, 0), Optional.of(prepared)));
  }

  private void watermark(long time, int partition) {
    give(new Received(Receipt.before(time, partition), Optional.empty()));
  }

  private void give(Received received) {
    order.process(new Record<>("en", received, 0));
  }

  private List<String> taken() {
    return context.forwarded().stream()
        .map(forward -> ((Prepared) forward.record().value()).article().getNativeId())
        .toList();
  }

  @Test
  void shouldWaitUntilEveryPartitionHasComeAsFar() {
    // Given
    article(30, 0, 0);
    article(20, 1, 0);
    List<String> before = taken();

    // When
    watermark(25, 2);
    List<String> between = taken();
    watermark(40, 1);
    watermark(40, 2);

    // Then
    assertThat(before).isEmpty();
    assertThat(between).containsExactly("20/1/0");
    assertThat(taken()).containsExactly("20/1/0", "30/0/0");
    assertThat(late).isZero();
  }

  @Test
  void shouldTakeTheOrderOfReceiptWhateverTheInterleavingAndWhereverItRestarts() {
    for (int seed = 1; seed <= 20; seed++) {
      // Given: three backlogs, with ties between partitions
      Random random = new Random(seed);
      List<Receipt> all = new ArrayList<>();
      List<Deque<Receipt>> backlogs = new ArrayList<>();
      for (int partition = 0; partition < PARTITIONS; partition++) {
        Deque<Receipt> backlog = new ArrayDeque<>();
        long time = 0;
        for (int offset = 0; offset < 40; offset++) {
          time += random.nextInt(3);
          backlog.add(new Receipt(time, 0, partition, offset, 0));
        }
        all.addAll(backlog);
        backlogs.add(backlog);
      }
      all.sort(null);
      context.resetForwards();
      try (var old = store.all()) {
        old.forEachRemaining(entry -> store.delete(entry.key));
      }
      restart(PARTITIONS);

      // When
      while (backlogs.stream().anyMatch(backlog -> !backlog.isEmpty())) {
        Receipt next = backlogs.get(random.nextInt(PARTITIONS)).poll();
        if (next != null) {
          article(next.time(), next.partition(), next.offset());
        }
        if (random.nextInt(15) == 0) {
          restart(PARTITIONS);
        }
      }
      for (int partition = 0; partition < PARTITIONS; partition++) {
        watermark(END, partition);
      }

      // Then
      assertThat(taken())
          .containsExactlyElementsOf(
              all.stream()
                  .map(place -> place.time() + "/" + place.partition() + "/" + place.offset())
                  .toList());
      assertThat(late).isZero();
    }
  }

  @Test
  void shouldLetALateArticleGoOnAtOnceAndCountIt() {
    // Given
    watermark(50, 1);
    watermark(50, 2);
    article(40, 0, 0);

    // When
    article(10, 1, 0);

    // Then
    assertThat(taken()).containsExactly("40/0/0", "10/1/0");
    assertThat(late).isEqualTo(1);
  }

  @Test
  void shouldKeepNoArticleWhenThereIsOneRawPartition() {
    // Given
    restart(1);

    // When
    article(30, 0, 0);
    article(20, 0, 1);

    // Then
    assertThat(taken()).containsExactly("30/0/0", "20/0/1");
    try (KeyValueIterator<String, byte[]> waiting = store.range("a/", "b")) {
      assertThat(waiting.hasNext()).isFalse();
    }
  }

  @Test
  void shouldKnowTheAgeOfTheFeedWhenItRestarts() {
    // Given
    Instant today = Instant.parse("2026-06-01T12:00:00Z");
    restart(1);
    dated("old", today.minus(Duration.ofDays(900)), today);

    // When
    restart(1);
    undated("undated", today);

    // Then
    assertThat(((Prepared) context.forwarded().get(1).record().value()).article().getEventAt())
        .isEqualTo(today.minus(Duration.ofDays(900)));
  }

  private void dated(String id, Instant at, Instant received) {
    Article article =
        Article.newBuilder(template.article())
            .setNativeId(id)
            .setPublishedAt(at)
            .setEventAt(at)
            .setReceivedAt(received)
            .build();
    give(received(article));
  }

  private void undated(String id, Instant received) {
    Article article =
        Article.newBuilder(template.article())
            .setNativeId(id)
            .setPublishedAt(null)
            .setEventAt(received)
            .setReceivedAt(received)
            .build();
    give(received(article));
  }

  private Received received(Article article) {
    Receipt receipt = new Receipt(article.getReceivedAt().toEpochMilli(), 0, 0, 0, 0);
    return new Received(
        receipt,
        Optional.of(new Prepared(article, false, template.fingerprint(), template.features())));
  }
}
