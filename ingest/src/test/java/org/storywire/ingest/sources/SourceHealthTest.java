package org.storywire.ingest.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.poll.PollPolicy;
import org.storywire.ingest.poll.PollState;

class SourceHealthTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:00:00Z");

  @Test
  void shouldCountItemsAndTakeUsualRateFromDatesWhenFeedIsNew() {
    // When
    SourceHealth health = SourceHealth.NONE.heard(hourly(11), Optional.empty(), NOW);

    // Then
    assertThat(health.items()).isEqualTo(11);
    assertThat(health.undated()).isZero();
    assertThat(health.brief()).isEqualTo(11);
    assertThat(health.itemsPerHour()).isCloseTo(1, within(0.001));
  }

  @Test
  void shouldForgetHalfOfUsualRateWhenAWeekBringsNothing() {
    // Given
    SourceHealth health = SourceHealth.NONE.heard(hourly(11), Optional.empty(), NOW);

    // When
    SourceHealth later = health.heard(List.of(), Optional.of(NOW), NOW.plus(Duration.ofDays(7)));

    // Then
    assertThat(later.itemsPerHour()).isCloseTo(0.5, within(0.001));
  }

  @Test
  void shouldBeSilentWhenFiveUsualItemsAreMissing() {
    // Given
    SourceHealth health = SourceHealth.NONE.heard(hourly(11), Optional.empty(), NOW);

    // When / Then
    assertThat(health.isSilent(Optional.of(NOW), NOW.plus(Duration.ofHours(4)))).isFalse();
    assertThat(health.isSilent(Optional.of(NOW), NOW.plus(Duration.ofHours(5)))).isTrue();
    assertThat(SourceHealth.NONE.isSilent(Optional.empty(), NOW)).isFalse();
  }

  @Test
  void shouldShowAndForgetSourceWhenMetricsAreScraped() throws Exception {
    // Given
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    SourceMetrics metrics = new SourceMetrics(registry);
    PollState poll =
        PollState.unasked(URI.create("https://paper.example/feed"), PollPolicy.DEFAULT, NOW);
    SourceState state =
        new SourceState(
            poll,
            SeenItems.NONE,
            SourceHealth.NONE.heard(hourly(11), Optional.empty(), NOW).failed());

    // When
    metrics.show(Map.of("s1", KnownSource.NONE.with(state)), NOW);
    String shown = scraped(registry);
    metrics.show(Map.of(), NOW);

    // Then
    assertThat(shown)
        .contains("storywire_source_items{host=\"paper.example\",source=\"s1\"} 11.0")
        .contains("storywire_source_errors{host=\"paper.example\",source=\"s1\"} 1.0")
        .contains("storywire_source_silent{host=\"paper.example\",source=\"s1\"} 0.0");
    assertThat(scraped(registry)).doesNotContain("s1");
    assertThat(namedByTheAlertRules())
        .hasSizeGreaterThan(1)
        .allSatisfy(name -> assertThat(shown).contains(name + "{"));
  }

  private static Set<String> namedByTheAlertRules() throws IOException {
    return Pattern.compile("storywire_source_[a-z_]+")
        .matcher(Files.readString(Path.of("../docker/observe/alerts.yml")))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static String scraped(PrometheusMeterRegistry registry) throws Exception {
    try (MetricsServer server = MetricsServer.start(0, registry)) {
      URI address = URI.create("http://127.0.0.1:" + server.port() + "/metrics");
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      try (var in = connection.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static List<FeedItem> hourly(int count) {
    List<FeedItem> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Optional<Instant> published = Optional.of(NOW.minus(Duration.ofHours(i)));
      items.add(new FeedItem("n" + i, "", "News " + i, "", false, published, Map.of()));
    }
    return items;
  }
}
