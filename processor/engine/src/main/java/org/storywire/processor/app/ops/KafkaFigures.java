package org.storywire.processor.app.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.Metric;

/**
 * Those of Kafka's own figures that an operator watches, one series each for the whole instance.
 * Kafka keeps them by thread, task, client and broker, under names that change with every start.
 */
final class KafkaFigures {

  private static final String LAG_GROUP = "consumer-fetch-manager-metrics";
  private static final String LAG_NAME = "records-lag";

  /** It asks for records only while there are some to restore. */
  private static final String RESTORING = "-restore-consumer";

  /** How the values of threads, tasks and clients become one. */
  private enum Kind {
    /** What adds up, and never falls while a thread lives. */
    TOTAL,
    /** What adds up. */
    SUM,
    /** The worst of all. */
    MAX
  }

  private record Figure(Kind kind, String group, String name, String description) {

    /** {@code stream-thread-metrics} and {@code commit-total} are kafka.stream.thread.commit. */
    String meter() {
      String plain = kind == Kind.TOTAL ? name.replaceFirst("-total$", "") : name;
      return "kafka." + (group.replaceFirst("-metrics$", "") + "." + plain).replace('-', '.');
    }
  }

  private static final List<Figure> FIGURES =
      List.of(
          figure(Kind.SUM, "stream-metrics", "alive-stream-threads", "Threads that run"),
          figure(Kind.TOTAL, "stream-metrics", "failed-stream-threads", "Threads that failed"),
          figure(Kind.TOTAL, "stream-thread-metrics", "process-total", "Records processed"),
          figure(Kind.TOTAL, "stream-thread-metrics", "commit-total", "Commits"),
          figure(
              Kind.MAX,
              "stream-thread-metrics",
              "commit-latency-max",
              "Slowest commit lately [ms]"),
          figure(
              Kind.MAX,
              "stream-thread-metrics",
              "process-ratio",
              "Share of its time that the busiest thread processes [0..1]"),
          figure(
              Kind.TOTAL,
              "stream-task-metrics",
              "dropped-records-total",
              "Records left out as bad"),
          figure(
              Kind.SUM,
              "stream-state-metrics",
              "total-sst-files-size",
              "Size of the stores on disk [bytes]"),
          figure(
              Kind.TOTAL,
              "consumer-fetch-manager-metrics",
              "records-consumed-total",
              "Records read, without restoring"),
          figure(
              Kind.TOTAL, "consumer-fetch-manager-metrics", "bytes-consumed-total", "Bytes read"),
          figure(
              Kind.TOTAL,
              "consumer-coordinator-metrics",
              "rebalance-total",
              "Rebalances by thread"),
          figure(
              Kind.MAX,
              "consumer-metrics",
              "last-poll-seconds-ago",
              "Time since the slowest consumer asked for records [s]"),
          figure(Kind.TOTAL, "producer-metrics", "record-send-total", "Records written"),
          figure(Kind.TOTAL, "producer-metrics", "record-retry-total", "Writes tried again"),
          figure(Kind.TOTAL, "producer-metrics", "record-error-total", "Writes that failed"),
          figure(Kind.MAX, "producer-metrics", "request-latency-max", "Slowest write lately [ms]"));

  private final Supplier<Collection<? extends Metric>> metrics;
  private final MultiGauge lag;

  /**
   * Registers all of them, so that each is there before its first event.
   *
   * @param metrics all that Kafka keeps at the time of the call
   */
  KafkaFigures(MeterRegistry registry, Supplier<Collection<? extends Metric>> metrics) {
    this.metrics = metrics;
    for (Figure figure : FIGURES) {
      if (figure.kind == Kind.TOTAL) {
        FunctionCounter.builder(figure.meter(), this, it -> it.value(figure))
            .description(figure.description)
            .register(registry);
      } else {
        Gauge.builder(figure.meter(), this, it -> it.value(figure))
            .description(figure.description)
            .register(registry);
      }
    }
    this.lag =
        MultiGauge.builder("kafka.consumer.fetch.manager.records.lag")
            .description("Records of the topic that this instance has yet to read")
            .register(registry);
  }

  private static Figure figure(Kind kind, String group, String name, String description) {
    return new Figure(kind, group, name, description);
  }

  /** Brings the lag by topic up to date; to be called before the registry is read. */
  void refresh() {
    Map<String, Double> byTopic = new TreeMap<>();
    for (Metric metric : metrics.get()) {
      String topic = metric.metricName().tags().get("topic");
      if (topic != null
          && metric.metricName().tags().containsKey("partition")
          && is(metric, LAG_GROUP, LAG_NAME)) {
        byTopic.merge(topic, number(metric), Double::sum);
      }
    }
    // Kafka keeps each twice, the second one under the topic's name with dots made underscores.
    List.copyOf(byTopic.keySet()).stream()
        .filter(topic -> topic.indexOf('.') >= 0)
        .forEach(topic -> byTopic.remove(topic.replace('.', '_')));
    lag.register(
        byTopic.entrySet().stream()
            .<Row<?>>map(row -> Row.of(Tags.of("topic", row.getKey()), row.getValue()))
            .toList(),
        true);
  }

  private double value(Figure figure) {
    DoubleStream values =
        metrics.get().stream()
            .filter(metric -> is(metric, figure.group, figure.name))
            .filter(metric -> !metric.metricName().tags().containsKey("topic"))
            .mapToDouble(KafkaFigures::number);
    return figure.kind == Kind.MAX ? values.max().orElse(0) : values.sum();
  }

  /**
   * Whether it is the figure of a task's, thread's or client's, other than of one that restores.
   */
  private static boolean is(Metric metric, String group, String name) {
    return metric.metricName().name().equals(name)
        && metric.metricName().group().equals(group)
        && !metric.metricName().tags().getOrDefault("client-id", "").endsWith(RESTORING);
  }

  /** Kafka says NaN, or minus infinity, where nothing was measured yet. */
  private static double number(Metric metric) {
    return metric.metricValue() instanceof Number number && Double.isFinite(number.doubleValue())
        ? number.doubleValue()
        : 0;
  }
}
