package org.storywire.docker.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.Delivery;
import org.storywire.news.RawArticle;
import org.storywire.news.StoryUpdate;

class LatenciesTest {

  private long nanoTime;

  @Test
  void shouldMeasureUntilTheFirstUpdateWhenAnArticleCausesSeveral() {
    // Given
    Latencies latencies = new Latencies(() -> nanoTime);
    latencies.feeding(delivery("1"));
    latencies.feeding(delivery("2"));
    latencies.sending("e1", 1_000_000);
    latencies.sending("e2", 2_000_000);

    // When
    nanoTime = 11_000_000;
    latencies.update(update("t1"));
    nanoTime = 32_000_000;
    latencies.update(update("t1"));
    latencies.update(update("t2"));

    // Then
    assertThat(latencies.percentile(50)).contains(Duration.ofMillis(10));
    assertThat(latencies.percentile(99)).contains(Duration.ofMillis(30));
  }

  @Test
  void shouldHaveNoFigureWhenNoUpdateCame() {
    // Given
    Latencies latencies = new Latencies(() -> nanoTime);
    latencies.feeding(delivery("1"));

    // When
    latencies.update(update("of another run"));

    // Then
    assertThat(latencies.percentile(50)).isEmpty();
  }

  private static Delivery delivery(String number) {
    RawArticle raw = new RawArticle();
    raw.setEventId("e" + number);
    raw.setTraceId("t" + number);
    raw.setReceivedAt(Instant.EPOCH);
    return new Delivery.Found(raw, Delivery.Arrival.STATED);
  }

  private static StoryUpdate update(String traceId) {
    StoryUpdate update = new StoryUpdate();
    update.setTraceId(traceId);
    return update;
  }
}
