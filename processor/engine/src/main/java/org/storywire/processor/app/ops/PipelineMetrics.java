package org.storywire.processor.app.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;
import org.storywire.processor.streams.ProcessingObserver;

/**
 * What this instance has done and holds, as meters. Counts begin with the process, and count again
 * what an aborted transaction repeats; sums over instances count the whole system.
 */
final class PipelineMetrics implements ProcessingObserver {

  /** One part of one task's state. */
  private record Part(String task, Held what) {}

  /** The raw partition that holds a task's edition back, and how far it has come. */
  private record SlowPartition(int partition, long receivedAt) {}

  private final Clock clock;
  private final Map<Verdict, Counter> articles = new EnumMap<>(Verdict.class);
  private final Map<Cause, Counter> deadLetters = new EnumMap<>(Cause.class);
  private final Counter opened;
  private final Counter merged;
  private final Timer ordered;
  private final Counter outOfOrder;
  private final Map<String, SlowPartition> waitedFor = new ConcurrentHashMap<>();
  private final Map<Part, Long> held = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> newestEvent = new AtomicReference<>();
  private final AtomicReference<Instant> newestUpdate = new AtomicReference<>();

  /**
   * Registers all meters, so that each is there before its first event.
   *
   * @param clock tells how old things are
   */
  PipelineMetrics(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    for (Verdict verdict : Verdict.values()) {
      articles.put(
          verdict,
          Counter.builder("storywire.articles")
              .description("Articles judged")
              .tag("verdict", lower(verdict))
              .register(registry));
    }
    for (Cause cause : Cause.values()) {
      deadLetters.put(
          cause,
          Counter.builder("storywire.dead.letters")
              .description("Records sent to the dead letters")
              .tag("cause", lower(cause))
              .register(registry));
    }
    opened = counter(registry, "storywire.stories.opened", "Stories opened");
    merged = counter(registry, "storywire.stories.merged", "Stories merged into another");
    ordered =
        Timer.builder("storywire.ordered.stage")
            .description("Time of an article in the ordered stage, writing included")
            .serviceLevelObjectives(
                Duration.ofNanos(100_000),
                Duration.ofNanos(200_000),
                Duration.ofNanos(500_000),
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                Duration.ofMillis(50),
                Duration.ofMillis(500))
            .register(registry);
    Gauge.builder("storywire.stories.open", () -> sum(Held.OPEN_STORIES))
        .description("Stories that are neither closed nor merged")
        .register(registry);
    outOfOrder =
        counter(registry, "storywire.order.late", "Articles that came after their turn by receipt");
    Gauge.builder("storywire.order.waiting", () -> sum(Held.WAITING))
        .description("Articles whose turn in the order of receipt has not come")
        .register(registry);
    Gauge.builder("storywire.order.lag.seconds", this::orderLag)
        .description("Now minus how far the slowest raw partition has come; 0 if nothing waits")
        .register(registry);
    Gauge.builder("storywire.order.slowest.partition", this::slowestPartition)
        .description("The raw partition that articles wait for; -1 if nothing waits")
        .register(registry);
    for (Held what : new Held[] {Held.COPIES, Held.ARTICLES, Held.STORIES}) {
      Gauge.builder("storywire.index.size", () -> sum(what))
          .description("Entries held in memory")
          .tag("index", lower(what))
          .register(registry);
    }
    Gauge.builder("storywire.event.time.lag.seconds", () -> age(newestEvent))
        .description("Now minus the latest event time processed; NaN before the first")
        .register(registry);
    Gauge.builder("storywire.newest.update.age.seconds", () -> age(newestUpdate))
        .description("Time since a story update was last written; NaN before the first")
        .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void article(Verdict verdict, Instant eventAt) {
    articles.get(verdict).increment();
    newestEvent.accumulateAndGet(eventAt, (a, b) -> a == null || b.isAfter(a) ? b : a);
  }

  @Override
  public void update(UpdateKind kind) {
    if (kind == UpdateKind.OPENED) {
      opened.increment();
    } else if (kind == UpdateKind.MERGED) {
      merged.increment();
    }
    newestUpdate.set(clock.instant());
  }

  @Override
  public void ordered(long nanos) {
    ordered.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void deadLetter(Cause cause) {
    deadLetters.get(cause).increment();
  }

  @Override
  public void held(String task, Held what, long size) {
    held.put(new Part(task, what), size);
  }

  @Override
  public void outOfOrder() {
    outOfOrder.increment();
  }

  @Override
  public void waitingFor(String task, int rawPartition, long receivedAt) {
    if (rawPartition < 0) {
      waitedFor.remove(task);
    } else {
      waitedFor.put(task, new SlowPartition(rawPartition, receivedAt));
    }
  }

  private Optional<SlowPartition> slowest() {
    return waitedFor.values().stream().min(Comparator.comparingLong(SlowPartition::receivedAt));
  }

  private double orderLag() {
    return slowest().map(slow -> (clock.millis() - slow.receivedAt()) / 1000.0).orElse(0.0);
  }

  private double slowestPartition() {
    return slowest().map(SlowPartition::partition).orElse(-1);
  }

  @Override
  public void released(String task) {
    waitedFor.remove(task);
    held.keySet().removeIf(part -> part.task().equals(task));
  }

  private double sum(Held what) {
    return held.entrySet().stream()
        .filter(entry -> entry.getKey().what() == what)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private double age(AtomicReference<Instant> of) {
    Instant then = of.get();
    return then == null ? Double.NaN : Duration.between(then, clock.instant()).toMillis() / 1e3;
  }
}
