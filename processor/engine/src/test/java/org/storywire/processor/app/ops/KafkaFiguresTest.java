package org.storywire.processor.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class KafkaFiguresTest {

  private static final String FETCH = "consumer-fetch-manager-metrics";
  private static final String THREAD_1 = "storywire-5b0c-StreamThread-1";
  private static final String THREAD_2 = "storywire-5b0c-StreamThread-2";

  private final List<Metric> kept = new ArrayList<>();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final KafkaFigures figures = new KafkaFigures(registry, () -> kept);

  @Test
  void shouldAddUpThreadsAndTakeTheWorst() {
    // Given
    keep("process-total", "stream-thread-metrics", Map.of("thread-id", THREAD_1), 40);
    keep("process-total", "stream-thread-metrics", Map.of("thread-id", THREAD_2), 2);
    keep("process-ratio", "stream-thread-metrics", Map.of("thread-id", THREAD_1), .25);
    keep("process-ratio", "stream-thread-metrics", Map.of("thread-id", THREAD_2), .5);
    keep("commit-latency-max", "stream-thread-metrics", Map.of("thread-id", THREAD_1), Double.NaN);

    // When
    figures.refresh();

    // Then
    assertThat(registry.scrape().lines())
        .contains(
            "kafka_stream_thread_process_total 42.0",
            "kafka_stream_thread_process_ratio 0.5",
            "kafka_stream_thread_commit_latency_max 0.0");
  }

  @Test
  void shouldGiveLagByTopicWithoutWhatRestores() {
    // Given
    keep("records-lag", FETCH, partition(THREAD_1 + "-consumer", "news.raw-articles.v1", "0"), 5);
    keep("records-lag", FETCH, partition(THREAD_2 + "-consumer", "news.raw-articles.v1", "1"), 7);
    keep("records-lag", FETCH, partition(THREAD_2 + "-consumer", "news_raw-articles_v1", "1"), 7);
    keep("records-lag", FETCH, partition("storywire-restore-consumer", "changelog", "0"), 900);

    // When
    figures.refresh();

    // Then
    assertThat(registry.scrape().lines().filter(line -> line.contains("records_lag{")))
        .containsExactly(
            "kafka_consumer_fetch_manager_records_lag{topic=\"news.raw-articles.v1\"} 12.0");
  }

  @Test
  void shouldCountEachRecordOnceWhenKafkaCountsByTopicToo() {
    // Given
    keep("records-consumed-total", FETCH, Map.of("client-id", THREAD_1), 9);
    keep("records-consumed-total", FETCH, Map.of("client-id", THREAD_1, "topic", "a"), 9);

    // When / Then
    assertThat(registry.scrape().lines())
        .contains("kafka_consumer_fetch_manager_records_consumed_total 9.0");
  }

  private static Map<String, String> partition(String client, String topic, String number) {
    return Map.of("client-id", client, "topic", topic, "partition", number);
  }

  private void keep(String name, String group, Map<String, String> tags, double value) {
    MetricName full = new MetricName(name, group, "", tags);
    kept.add(
        new Metric() {
          @Override
          public MetricName metricName() {
            return full;
          }

          @Override
          public Object metricValue() {
            return value;
          }
        });
  }
}
