package org.storywire.processor.monitor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.storywire.news.Entity;
import org.storywire.news.EntityKind;
import org.storywire.news.Story;
import org.storywire.news.Topic;

/**
 * Measures the monitor and prints the figures; asserts nothing, since figures depend on the
 * machine. Not run with the tests, but by name:
 *
 * <pre>mvn -pl schemas,processor test -Dtest=MonitorLoad -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class MonitorLoad {

  private static final int READERS = 1_000;
  private static final int UPDATES_PER_SECOND = 100;
  private static final int SECONDS = 20;
  private static final int STORIES = 100_000;

  /** A thousand readers on loopback, a hundred updates a second: how late does each arrive? */
  @Test
  void readers() throws IOException, InterruptedException {
    try (TestMonitor monitor = new TestMonitor();
        LoadReaders readers = new LoadReaders(monitor.port(), READERS)) {
      Thread reading = new Thread(readers, "load-readers");
      reading.start();
      while (monitor.hub.readers() < READERS) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      long begin = System.nanoTime();
      long cpu = cpuMillis();
      int sent = UPDATES_PER_SECOND * SECONDS;
      for (int i = 0; i < sent; i++) {
        long due = begin + i * (1_000_000_000L / UPDATES_PER_SECOND);
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        monitor.take(
            Samples.update("s" + i % 500, i / 500 + 1)
                .setEventId("t-" + System.nanoTime() + "-")
                .build());
      }
      long most = (long) sent * READERS;
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (readers.received() < most && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      System.out.printf(
          Locale.ROOT,
          "%,d readers, %d updates/s for %d s: %,d of %,d delivered, "
              + "p50 %d ms, p99 %d ms, p99.9 %d ms, most %d ms; "
              + "processor time of server and readers together %,d ms%n",
          READERS,
          UPDATES_PER_SECOND,
          SECONDS,
          readers.received(),
          most,
          readers.percentile(0.5),
          readers.percentile(0.99),
          readers.percentile(0.999),
          readers.percentile(1),
          cpuMillis() - cpu);
    }
  }

  /** How much memory 100,000 stories take, without and with their newest updates. */
  @Test
  void memory() {
    UpdateLog log = new UpdateLog(STORIES, Samples.START);
    WatchedStories view = new WatchedStories(STORIES, 60, log);
    long before = used();
    long cpu = cpuMillis();
    for (int i = 0; i < STORIES; i++) {
      view.story(story(i));
    }
    long took = cpuMillis() - cpu;
    long stories = used() - before;
    for (int i = 0; i < STORIES; i++) {
      view.update(i % 3, i / 3, Samples.update("s" + i % 40_000, 10 + i / 40_000).build());
    }
    long updates = used() - before - stories;
    System.out.printf(
        Locale.ROOT,
        "%,d stories: %,d MB, %,d bytes each, taken in within %,d ms of processor time; "
            + "%,d updates more: %,d MB, %,d bytes each%n",
        STORIES,
        stories >> 20,
        stories / STORIES,
        took,
        STORIES,
        updates >> 20,
        updates / STORIES);
    cpu = cpuMillis();
    int found = view.page(Query.parse("q=zeppelin"), Optional.empty(), 50).stories().size();
    System.out.printf(
        Locale.ROOT,
        "a search over all of them that finds %d: %,d ms of processor time%n",
        found,
        cpuMillis() - cpu);
  }

  /** A story of the size that real ones have: most are small, some have many sources. */
  static Story story(int i) {
    int sources = i % 50 == 0 ? 40 : 1 + i % 5;
    List<Topic> topics =
        IntStream.range(0, 5)
            .mapToObj(
                n ->
                    new Topic(
                        "medtop:200" + (i * 7 + n) % 1_000,
                        "topic label " + (i * 7 + n) % 1_000,
                        0.7,
                        n > 2))
            .toList();
    List<Entity> names =
        IntStream.range(0, 8)
            .mapToObj(n -> new Entity("Person or place " + (i * 3 + n), EntityKind.OTHER, 2))
            .toList();
    return Samples.story("s" + i)
        .setRevision(3)
        .setHeadline("Headline number " + i + " of about the length that headlines have, seventy")
        .setLastAt(Samples.NOON.plusSeconds(i % 80_000))
        .setLatestNews(
            "A sentence of number " + i + " that says what became known last. ".repeat(2))
        .setSources(
            IntStream.range(0, sources)
                .mapToObj(n -> "outlet" + (i + n) % 3_000 + ".example")
                .toList())
        .setTopics(topics)
        .setEntities(names)
        .setArticleIds(IntStream.range(0, sources).mapToObj(n -> "article-" + i + "-" + n).toList())
        .build();
  }

  /** Processor time of this JVM, which other processes on the machine do not lengthen. */
  private static long cpuMillis() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1_000_000;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
