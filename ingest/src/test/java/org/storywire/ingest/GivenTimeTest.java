package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2021-06-24T10:30:05Z, 2021-06-24T10:30:05Z",
    "2021-06-24T10:30:05.123456Z, 2021-06-24T10:30:05.123Z",
    "2021-06-24T10:30:05+02:00, 2021-06-24T08:30:05Z",
    "2021-06-24T10:30:05+0200, 2021-06-24T08:30:05Z",
    "2021-06-24T10:30-05, 2021-06-24T15:30:00Z",
    "2021-06-24T10:30:05, 2021-06-24T10:30:05Z",
    "2021-06-24t10:30:05z, 2021-06-24T10:30:05Z",
    "2021-06-24 00:00:00, 2021-06-24T00:00:00Z",
    "2021-06-24 10:30, 2021-06-24T10:30:00Z",
    "2021-06-24 10:30:05+00:00, 2021-06-24T10:30:05Z",
    "2021-06-24 10:30:05 +02:00, 2021-06-24T08:30:05Z",
    "2021-06-24, 2021-06-24T00:00:00Z",
    "' 2021-06-24 ', 2021-06-24T00:00:00Z",
    "'Thu, 24 Jun 2021 06:30:05 EDT', 2021-06-24T10:30:05Z",
    "24 June 2021, 2021-06-24T00:00:00Z",
    "1624492800, 2021-06-24T00:00:00Z"
  })
  void shouldNameInstantWhenFormIsKnown(String text, Instant expected) {
    assertThat(GivenTime.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2021-02-30",
        "2021-06-24T25:00:00Z",
        "2021-06-24T10:30:05 noon",
        "2021-06",
        "2021",
        "03/04/2021",
        "1970-01-01",
        "1970-01-01T00:00:00-08:00",
        "9999-12-31T23:59:59Z",
        "1969-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z",
        "+99999-01-01T00:00:00Z"
      })
  void shouldBeEmptyWhenFormIsUnknownOrTimeImpossible(String text) {
    assertThat(GivenTime.parse(text)).isEqualTo(Optional.empty());
  }
}
