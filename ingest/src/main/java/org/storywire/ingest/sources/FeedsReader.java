package org.storywire.ingest.sources;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.fetch.HostTurns;
import org.storywire.schemas.NewsTopics;

/**
 * Reads live sources for as long as it runs. Instances share the sources by a consumer group over
 * the topic of sources; whoever gets a partition reads its states first and goes on where the one
 * before stopped. New items and the new state of a source are written in one transaction, so that
 * none is lost or doubled when an instance is killed.
 *
 * <p>One thread runs it and alone holds states and clients of Kafka; others only ask sources.
 */
public final class FeedsReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedsReader.class);
  private static final Duration READ = Duration.ofMillis(20);
  private static final long WAIT_MILLIS = 100;
  private static final Duration SHOW = Duration.ofSeconds(5);

  /** Sees the sources that this instance reads, now and then. */
  public interface Watcher {
    /** Watches nothing. */
    Watcher NONE = (sources, now) -> {};

    /** Sources by id. */
    void show(Map<String, KnownSource> sources, Instant now);
  }

  private final FeedsClients clients;
  private final FeedsConfig config;
  private final Fetcher fetcher;
  private final FeedPoll poll;
  private final ExecutorService workers;
  private final OwnedSources owned;
  private final SourceWriter writer;
  private final Clock clock;
  private final Watcher watcher;
  private Instant shown = Instant.EPOCH;
  private final int partitions;
  private final BlockingQueue<Asked> finished = new LinkedBlockingQueue<>();
  private final List<Asked> unwritten = new ArrayList<>();

  /** Sources that are being asked or whose result is not yet written, and their hosts. */
  private final Map<String, String> underWay = new HashMap<>();

  /** What a worker brings back: a result, or what went wrong in it. */
  private record Asked(String sourceId, int epoch, PollResult result, RuntimeException failure) {}

  private FeedsReader(FeedsClients clients, FeedsConfig config, Clock clock, Watcher watcher) {
    this.watcher = watcher;
    HostTurns turns = new HostTurns(config.fetch().hostInterval());
    this.clients = clients;
    this.config = config;
    this.fetcher = Fetcher.open(config.fetch(), turns);
    this.poll = new FeedPoll(fetcher, turns, config.policy(), clock);
    this.clock = clock;
    this.workers = Executors.newFixedThreadPool(config.workers());
    this.owned = new OwnedSources(clients.format());
    this.partitions = clients.consumer().partitionsFor(NewsTopics.SOURCES).size();
    this.writer =
        new SourceWriter(clients.producer(), config.ingest(), clients.format(), partitions);
  }

  /**
   * Connects to the broker.
   *
   * @param watcher called by the thread that runs the reader
   * @throws KafkaException if the broker cannot be reached, or a topic does not exist
   */
  public static FeedsReader open(FeedsConfig config, Clock clock, Watcher watcher) {
    return new FeedsReader(FeedsClients.open(config.ingest()), config, clock, watcher);
  }

  /**
   * Runs until told to stop.
   *
   * @throws KafkaException if the broker is lost for good
   */
  public void run(BooleanSupplier stop) {
    clients.producer().initTransactions();
    clients.consumer().subscribe(List.of(NewsTopics.SOURCES), new Shares());
    while (!stop.getAsBoolean()) {
      step();
    }
  }

  private void step() {
    read();
    collect();
    write();
    start();
    show();
  }

  private void show() {
    Instant now = clock.instant();
    if (now.isBefore(shown.plus(SHOW))) {
      return;
    }
    shown = now;
    Map<String, KnownSource> sources = new HashMap<>();
    owned.forEach(sources::put);
    watcher.show(sources, now);
  }

  private void read() {
    clients.consumer().poll(READ).forEach(owned::apply);
    for (int partition : owned.restoring()) {
      owned.readTo(
          partition,
          clients.consumer().position(new TopicPartition(NewsTopics.SOURCES, partition)));
    }
  }

  /** Waits a little for workers, if there is nothing else to do. */
  private void collect() {
    try {
      Asked first = finished.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        unwritten.add(first);
        finished.drainTo(unwritten);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while reading feeds", e);
    }
  }

  private void write() {
    List<PollResult> results = new ArrayList<>();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (Asked asked : unwritten) {
      if (asked.failure != null) {
        throw asked.failure;
      }
      int partition = partition(asked.sourceId);
      // A source that was lost meanwhile, if only for a moment, may have been read by another.
      if (owned.epoch(partition) == asked.epoch
          && owned.get(partition, asked.sourceId).settings().isPresent()) {
        results.add(asked.result);
        addOffset(offsets, asked.sourceId);
      }
    }
    List<String> removed = removed();
    removed.forEach(id -> addOffset(offsets, id));
    if (!offsets.isEmpty() && !written(results, removed, offsets)) {
      return;
    }
    results.forEach(
        result -> owned.put(partition(result.sourceId()), result.sourceId(), result.state()));
    removed.forEach(id -> owned.forget(partition(id), id));
    unwritten.stream()
        .filter(asked -> asked.result.last())
        .forEach(asked -> underWay.remove(asked.sourceId));
    unwritten.clear();
  }

  /** Sources that operators removed, and of which we still have a state. */
  private List<String> removed() {
    List<String> removed = new ArrayList<>();
    owned.forEach(
        (id, source) -> {
          if (source.settings().isEmpty()) {
            removed.add(id);
          }
        });
    return removed;
  }

  /** False if the group is changing hands: we look again who owns what. */
  private boolean written(
      List<PollResult> results, List<String> removed, Map<TopicPartition, OffsetAndMetadata> at) {
    try {
      writer.write(results, removed, at, clients.consumer().groupMetadata());
      return true;
    } catch (CommitFailedException | RebalanceInProgressException e) {
      LOG.info("not written, as the group changes: results={}", results.size());
      return false;
    }
  }

  private void addOffset(Map<TopicPartition, OffsetAndMetadata> offsets, String sourceId) {
    TopicPartition partition = new TopicPartition(NewsTopics.SOURCES, partition(sourceId));
    offsets.computeIfAbsent(partition, p -> new OffsetAndMetadata(clients.consumer().position(p)));
  }

  private int partition(String sourceId) {
    return SourceIds.partition(sourceId, partitions);
  }

  /** Asks sources that are due, one of a host at a time, as far as there are workers. */
  private void start() {
    Instant now = clock.instant();
    Set<String> hosts = new HashSet<>(underWay.values());
    List<Due> due = new ArrayList<>();
    owned.forEach(
        (id, source) ->
            source
                .settings()
                .filter(settings -> !underWay.containsKey(id))
                .map(settings -> Due.of(id, settings, source, config.policy(), now))
                .filter(candidate -> candidate.isDue(now))
                .ifPresent(due::add));
    due.sort(Comparator.comparing(Due::at).thenComparing(Due::id));
    for (Due next : due) {
      if (underWay.size() >= config.workers()) {
        return;
      }
      if (poll.isFree(next.host()) && hosts.add(next.host())) {
        underWay.put(next.id(), next.host());
        int epoch = owned.epoch(partition(next.id()));
        workers.execute(() -> ask(next, epoch));
      }
    }
  }

  private void ask(Due next, int epoch) {
    try {
      poll.ask(
          next.settings(),
          next.state(),
          part -> finished.add(new Asked(next.id(), epoch, part, null)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      finished.add(new Asked(next.id(), epoch, null, e));
    }
  }

  /** Sources that come to us and go to others. */
  private final class Shares implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      if (assigned.isEmpty()) {
        return;
      }
      // Returns only when no transaction of a former owner is open any more.
      var unused = clients.consumer().committed(Set.copyOf(assigned));
      clients.consumer().seekToBeginning(assigned);
      clients.ends(assigned).forEach((partition, end) -> owned.add(partition.partition(), end));
      LOG.info("sources assigned: partitions={}", numbers(assigned));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      owned.remove(numbers(revoked));
    }

    private List<Integer> numbers(Collection<TopicPartition> partitions) {
      return partitions.stream().map(TopicPartition::partition).sorted().toList();
    }
  }

  /** Breaks off what is under way: what was not written is read again by whoever goes on. */
  @Override
  public void close() {
    workers.shutdownNow();
    fetcher.close();
    clients.close();
  }
}
