package org.storywire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.fetch.HeaderFields;

class CacheTimeTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:00:00Z");

  @Test
  void shouldTakeMaxAgeLessAgeWhenBothAreGiven() {
    assertThat(freshness(Map.of("cache-control", "public, Max-Age=600", "Age", "100")))
        .isEqualTo(Duration.ofSeconds(500));
    assertThat(freshness(Map.of("Cache-Control", "max-age=60", "Age", "100"))).isZero();
    assertThat(freshness(Map.of("Cache-Control", "s-maxage=900"))).isZero();
  }

  @Test
  void shouldTakeTimeFromDateToExpiresWhenThereIsNoMaxAge() {
    assertThat(
            freshness(
                Map.of(
                    "Date", "Wed, 04 Mar 2026 04:00:00 GMT",
                    "Expires", "Wed, 04 Mar 2026 04:30:00 GMT")))
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(freshness(Map.of("Expires", "Wed, 04 Mar 2026 05:10:00 GMT")))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(freshness(Map.of("Expires", "-1"))).isZero();
    assertThat(freshness(Map.of("Expires", "Thu, 01 Jan 1970 00:00:00 GMT"))).isZero();
  }

  @Test
  void shouldHoldForNoTimeWhenNothingIsToBeCached() {
    assertThat(freshness(Map.of("Cache-Control", "no-cache, max-age=600"))).isZero();
    assertThat(freshness(Map.of("Cache-Control", "private,no-store,max-age=600"))).isZero();
    assertThat(freshness(Map.of())).isZero();
  }

  @Test
  void shouldReadRetryAfterWhenItIsSecondsOrADate() {
    assertThat(retryAfter("120")).contains(Duration.ofMinutes(2));
    assertThat(retryAfter("Wed, 04 Mar 2026 06:00:00 GMT")).contains(Duration.ofHours(1));
    assertThat(retryAfter("Wed, 04 Mar 2026 04:00:00 GMT")).isEmpty();
    assertThat(retryAfter("soon")).isEmpty();
  }

  private static Duration freshness(Map<String, String> fields) {
    return CacheTime.freshness(HeaderFields.of(fields), NOW);
  }

  private static java.util.Optional<Duration> retryAfter(String value) {
    return CacheTime.retryAfter(HeaderFields.of(Map.of("Retry-After", value)), NOW);
  }
}
