package org.storywire.processor.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.processor.streams.Attempts;

/**
 * Counts the attempts at articles that cost too much processor time. The count is written while the
 * article is being tried, so it survives whatever that ends in: a transaction that the brokers roll
 * back, a process that is killed. Waiting costs nothing; a busy machine changes little.
 */
final class Watchdog implements Attempts, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  /** Processor time an article may cost: half of what a transaction may take by default. */
  static final Duration BUDGET = Duration.ofSeconds(5);

  private static final int MOST_PLACES = 100;

  /** A place in the raw topic. */
  private record Place(int partition, long offset) {}

  /** What a thread does, and the processor time it had used when it began [ns]. */
  private record Running(Place place, long before) {}

  private final Map<Long, Running> running = new ConcurrentHashMap<>();
  private final Set<Running> counted = ConcurrentHashMap.newKeySet();
  private final Path file;
  private final LongUnaryOperator cost;
  private final Map<Place, Integer> attempts;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread fresh = new Thread(task, "storywire-watchdog");
            fresh.setDaemon(true);
            return fresh;
          });

  /**
   * Counts in a file.
   *
   * @param file created when it is needed
   * @param cost processor time that a thread has used so far [ns], by the thread's id
   */
  Watchdog(Path file, LongUnaryOperator cost) {
    this.file = file;
    this.cost = cost;
    this.attempts = read(file);
  }

  /** Looks at the threads of this JVM each second. */
  static Watchdog start(Path file) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Watchdog watchdog = new Watchdog(file, threads::getThreadCpuTime);
    watchdog.thread.scheduleWithFixedDelay(watchdog::look, 1, 1, TimeUnit.SECONDS);
    return watchdog;
  }

  @Override
  public int begin(int partition, long offset) {
    Place place = new Place(partition, offset);
    long thread = Thread.currentThread().getId();
    running.put(thread, new Running(place, cost.applyAsLong(thread)));
    synchronized (attempts) {
      return attempts.getOrDefault(place, 0);
    }
  }

  @Override
  public void end() {
    Running done = running.remove(Thread.currentThread().getId());
    counted.remove(done);
  }

  /** Counts those articles that have used up their budget, each attempt once. */
  void look() {
    running.forEach(
        (thread, now) -> {
          long used = cost.applyAsLong(thread) - now.before();
          if (used > BUDGET.toNanos() && counted.add(now)) {
            count(now.place());
          }
        });
  }

  private void count(Place place) {
    int count;
    synchronized (attempts) {
      count = attempts.merge(place, 1, Integer::sum);
      if (attempts.size() > MOST_PLACES) {
        attempts.remove(attempts.keySet().iterator().next());
      }
      write();
    }
    LOG.warn(
        "article costs more than {}, attempt {} of {}: partition={} offset={}",
        BUDGET,
        count,
        MOST,
        place.partition(),
        place.offset());
  }

  private void write() {
    List<String> lines = new ArrayList<>();
    attempts.forEach(
        (place, count) -> lines.add(place.partition() + " " + place.offset() + " " + count));
    Path written = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(written, lines, StandardCharsets.UTF_8);
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("attempts are not kept: {}: {}", file, e.toString());
    }
  }

  /** What an earlier run counted; what can't be read counts for nothing. */
  private static Map<Place, Integer> read(Path file) {
    Map<Place, Integer> attempts = new LinkedHashMap<>();
    if (!Files.isRegularFile(file)) {
      return attempts;
    }
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] parts = line.split(" ", -1);
        attempts.put(
            new Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1])),
            Integer.parseInt(parts[2]));
      }
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      LOG.warn("attempts of an earlier run can't be read: {}: {}", file, e.toString());
    }
    return attempts;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
