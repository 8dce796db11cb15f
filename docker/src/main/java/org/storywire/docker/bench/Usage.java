package org.storywire.docker.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What a run has used, since some beginning or between two of these.
 *
 * @param wall time that passed [ns]
 * @param processor processor time of this process, compiler and collector included [ns]
 * @param broker processor time of the broker's process [ns]
 * @param compiler time the JIT compiler took [ns]
 * @param collector time the garbage collector took [ns]
 */
record Usage(long wall, long processor, long broker, long compiler, long collector) {

  /** Until now. */
  static Usage now(BrokerProcess broker) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Usage(
        System.nanoTime(),
        system.getProcessCpuTime(),
        broker.processorTime().toNanos(),
        ManagementFactory.getCompilationMXBean().getTotalCompilationTime() * 1_000_000,
        ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum()
            * 1_000_000);
  }

  /** What was used after an earlier reading. */
  Usage since(Usage earlier) {
    return new Usage(
        wall - earlier.wall,
        processor - earlier.processor,
        broker - earlier.broker,
        compiler - earlier.compiler,
        collector - earlier.collector);
  }

  /** Names of the columns of {@link #row}. */
  static String header() {
    return String.format(
        Locale.ROOT,
        "%-18s %11s %13s %9s %10s %11s",
        "µs an article",
        "articles/s",
        "processor",
        "compiler",
        "collector",
        "broker");
  }

  /** A row of the table: articles a second, then microseconds an article. */
  String row(String name, long articles) {
    return String.format(
        Locale.ROOT,
        "%-18s %11.0f %13.0f %9.0f %10.0f %11.0f",
        name,
        articles * 1e9 / wall,
        micros(processor, articles),
        micros(compiler, articles),
        micros(collector, articles),
        micros(broker, articles));
  }

  private static double micros(long nanos, long articles) {
    return nanos / 1e3 / articles;
  }
}
