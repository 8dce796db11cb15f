package org.storywire.processor.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;
import org.storywire.processor.streams.ProcessingObserver.Cause;
import org.storywire.processor.streams.ProcessingObserver.Held;

class PipelineMetricsTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final PipelineMetrics metrics =
      new PipelineMetrics(registry, Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void shouldShowEverySeriesWhenNothingHasHappened() {
    assertThat(registry.scrape().lines())
        .contains(
            "storywire_articles_total{verdict=\"copy\"} 0.0",
            "storywire_articles_total{verdict=\"original\"} 0.0",
            "storywire_dead_letters_total{cause=\"rejected\"} 0.0",
            "storywire_dead_letters_total{cause=\"unreadable\"} 0.0",
            "storywire_stories_opened_total 0.0",
            "storywire_stories_merged_total 0.0",
            "storywire_stories_open 0.0",
            "storywire_index_size{index=\"copies\"} 0.0",
            "storywire_event_time_lag_seconds NaN",
            "storywire_newest_update_age_seconds NaN");
  }

  @Test
  void shouldCountByVerdictKindAndCause() {
    // When
    metrics.article(Verdict.COPY, NOON.minusSeconds(90));
    metrics.article(Verdict.ORIGINAL, NOON.minusSeconds(300));
    metrics.update(UpdateKind.OPENED);
    metrics.update(UpdateKind.COPY);
    metrics.update(UpdateKind.MERGED);
    metrics.deadLetter(Cause.REJECTED);
    metrics.ordered(150_000);

    // Then
    assertThat(registry.scrape().lines())
        .contains(
            "storywire_articles_total{verdict=\"copy\"} 1.0",
            "storywire_articles_total{verdict=\"original\"} 1.0",
            "storywire_stories_opened_total 1.0",
            "storywire_stories_merged_total 1.0",
            "storywire_dead_letters_total{cause=\"rejected\"} 1.0",
            "storywire_event_time_lag_seconds 90.0",
            "storywire_newest_update_age_seconds 0.0",
            "storywire_ordered_stage_seconds_bucket{le=\"1.0E-4\"} 0",
            "storywire_ordered_stage_seconds_bucket{le=\"2.0E-4\"} 1",
            "storywire_ordered_stage_seconds_count 1");
  }

  @Test
  void shouldAddUpTasksAndForgetThoseThatLeave() {
    // Given
    metrics.held("1_0", Held.COPIES, 7);
    metrics.held("1_1", Held.COPIES, 5);
    metrics.held("1_1", Held.OPEN_STORIES, 3);
    metrics.held("1_1", Held.COPIES, 6);

    // When
    String before = registry.scrape();
    metrics.released("1_1");

    // Then
    assertThat(before.lines())
        .contains("storywire_index_size{index=\"copies\"} 13.0", "storywire_stories_open 3.0");
    assertThat(registry.scrape().lines())
        .contains("storywire_index_size{index=\"copies\"} 7.0", "storywire_stories_open 0.0");
  }
}
