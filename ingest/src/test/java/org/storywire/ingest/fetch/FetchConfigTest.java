package org.storywire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchConfigTest {

  @Test
  void shouldTakeSettingsOverDefaultsWhenGiven() {
    // When
    FetchConfig config =
        FetchConfig.from(
            Map.of(
                "fetch.contact", "desk@newsroom.example",
                "fetch.allow-local", "feeds.newsroom.example, 10.1.0.0/16",
                "fetch.host-interval", "PT0.5S",
                "fetch.timeout", "PT5S",
                "fetch.max-bytes", "1000",
                "ingest.rate", "5"));

    // Then
    assertThat(config.userAgent()).isEqualTo("storywire/0.1 (+desk@newsroom.example)");
    assertThat(config.local()).containsExactly("feeds.newsroom.example", "10.1.0.0/16");
    assertThat(config.hostInterval()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.limits().total()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.limits().bytes()).isEqualTo(1000);
  }

  @Test
  void shouldRefuseToGoOnWhenOperatorGaveNoContact() {
    assertThatThrownBy(() -> FetchConfig.defaults().withContact())
        .hasMessageStartingWith("missing fetch.contact");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fetch.contact | me | illegal fetch.contact: me, must be a mail address",
        "fetch.allow-local | 10.0.0.0/40 | illegal network: 10.0.0.0/40",
        "fetch.host-interval | 1s | illegal fetch.host-interval: 1s, must be a duration",
        "fetch.max-bytes | 0 | illegal limit of bytes: 0, must be at least 1",
        "fetch.speed | 9 | unknown keys [fetch.speed], known are [fetch.allow-local",
      })
  void shouldNameKeyAndValueWhenSettingIsIllegal(String key, String value, String message) {
    assertThatThrownBy(() -> FetchConfig.from(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
