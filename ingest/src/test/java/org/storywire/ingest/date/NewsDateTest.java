package org.storywire.ingest.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.storywire.ingest.date.NewsDate.Precision;

class NewsDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-03-14T09:26:53Z | 2025-03-14T09:26:53Z",
        "2025-03-14t09:26:53.589793z | 2025-03-14T09:26:53.589Z",
        "2025-03-14T09:26:53+0530 | 2025-03-14T03:56:53Z",
        "2025-03-14T09:26-05 | 2025-03-14T14:26:00Z",
        "2025-03-14 09:26:53 +02:00 | 2025-03-14T07:26:53Z",
        "2025-03-14 T 09:26 | 2025-03-14T09:26:00Z",
        "20250314T092653Z | 2025-03-14T09:26:53Z",
        "2025-03-14T092653+01:00 | 2025-03-14T08:26:53Z",
        "20250314 | 2025-03-14T00:00:00Z",
        "2025-03-14 | 2025-03-14T00:00:00Z",
        "2025-03-14+02:00 | 2025-03-13T22:00:00Z",
        "2025-03 | 2025-03-01T00:00:00Z",
        "2025 | 2025-01-01T00:00:00Z",
        "2025-073 | 2025-03-14T00:00:00Z",
        "2025-03-14T24:00:00Z | 2025-03-15T00:00:00Z",
        "2016-12-31T23:59:60Z | 2016-12-31T23:59:59Z"
      })
  void shouldReadIsoAndItsVariants(String text, Instant expected) {
    assertThat(NewsDate.parse(text)).map(NewsDate::instant).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fri, 14 Mar 2025 09:26:53 GMT | 2025-03-14T09:26:53Z",
        "Fri,14 Mar 2025 09:26:53 -0000 | 2025-03-14T09:26:53Z",
        "14 Mar 25 09:26 EST | 2025-03-14T14:26:00Z",
        "Mon, 14 Jul 2025 09:26:53 EST | 2025-07-14T14:26:53Z",
        "Mon, 14 Jul 2025 09:26:53 ET | 2025-07-14T13:26:53Z",
        "Tue, 14 Jan 2025 09:26:53 ET | 2025-01-14T14:26:53Z",
        "Fri, 14 Mar 2025 09:26:53 Asia/Kolkata | 2025-03-14T03:56:53Z",
        "Fri, 14 Mar 2025 09:26:53 GMT+01:30 | 2025-03-14T07:56:53Z",
        "Fri, March 14 2025 09:26:53 +0000 | 2025-03-14T09:26:53Z",
        "Fri Mar 14 09:26:53 2025 | 2025-03-14T09:26:53Z",
        "Fri Mar 14 09:26:53 -0300 2025 | 2025-03-14T12:26:53Z",
        "Fri Mar 14 2025 09:26:53 GMT+0100 (Central European Standard Time) | 2025-03-14T08:26:53Z",
        "Friday, March 14, 2025 - 3:09pm | 2025-03-14T15:09:00Z",
        "March 14th, 2025 at 12:05 AM CDT | 2025-03-14T05:05:00Z",
        "Mar. 14, 2025, 6 p.m. PT | 2025-03-15T01:00:00Z",
        "Tue, 14 January 2025 09:26:53 AT | 2025-01-14T13:26:53Z",
        "14 March 2025 at 09:26 | 2025-03-14T09:26:00Z",
        "14-Mar-2025 09:26 | 2025-03-14T09:26:00Z",
        "14 March, 2025 | 2025-03-14T00:00:00Z",
        "Mar. 2025 | 2025-03-01T00:00:00Z",
        "Fri, 14 Mar 2025 09:26:53 XYZT | 2025-03-14T09:26:53Z"
      })
  void shouldReadRfc822AndItsVariants(String text, Instant expected) {
    assertThat(NewsDate.parse(text)).map(NewsDate::instant).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14. März 2025, 09:26 Uhr | 2025-03-14T09:26:00Z",
        "14 mars 2025 à 9h26 | 2025-03-14T09:26:00Z",
        "mar., 11 mars 2025 09:26:53 +0100 | 2025-03-11T08:26:53Z",
        "14 de março de 2025 | 2025-03-14T00:00:00Z",
        "14 марта 2025 г., 09:26 | 2025-03-14T09:26:00Z",
        "14 Ekim 2025 | 2025-10-14T00:00:00Z",
        "2025-március-14 9:26 | 2025-03-14T09:26:00Z",
        "14 تشرين الأول 2025 | 2025-10-14T00:00:00Z",
        "१४ मार्च २०२५ | 2025-03-14T00:00:00Z",
        "14 มีนาคม 2568 | 2025-03-14T00:00:00Z",
        "2025年3月14日 下午3:09 | 2025-03-14T15:09:00Z",
        "2025년 3월 14일 오후 3:09 | 2025-03-14T06:09:00Z",
        "14.3.2025 klo 9.26 | 2025-03-14T09:26:00Z",
        "14.03.25 | 2025-03-14T00:00:00Z"
      })
  void shouldReadLocalForms(String text, Instant expected) {
    assertThat(NewsDate.parse(text)).map(NewsDate::instant).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1741944413, 2025-03-14T09:26:53Z",
    "1741944413.25, 2025-03-14T09:26:53Z",
    "1741944413000, 2025-03-14T09:26:53Z",
    "986774400, 2001-04-09T00:00:00Z"
  })
  void shouldReadUnixTime(String text, Instant expected) {
    assertThat(NewsDate.parse(text)).map(NewsDate::instant).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "14/03/2025, , 2025-03-14T00:00:00Z",
    "'Fri, 03/14/2025 - 19:19', , 2025-03-14T19:19:00Z",
    "'Tue, 04/07/2026', , 2026-04-07T00:00:00Z",
    "'Sat, 04/07/2026', , 2026-07-04T00:00:00Z",
    "03/12/2025, en-US, 2025-03-12T00:00:00Z",
    "03/12/2025, en-GB, 2025-12-03T00:00:00Z",
    "03/12/2025, fr, 2025-12-03T00:00:00Z",
    "03.12.2025, en-US, 2025-12-03T00:00:00Z"
  })
  void shouldDecideBetweenDayAndMonthByRangeWeekdayOrCountry(
      String text, String language, Instant expected) {
    Locale locale = language == null ? Locale.ROOT : Locale.forLanguageTag(language);

    assertThat(NewsDate.parse(text, locale)).map(NewsDate::instant).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yesterday",
        "10 minutes ago",
        "03/12/2025",
        "14 March",
        "31 Feb 2025 10:00:00 GMT",
        "Fri, 14 Abc 2025 09:26:53 GMT",
        "Fri, 14 Mar 2025 1:2:3:4 GMT",
        "Fri, 14 Mar 2025 25:00:00 GMT",
        "Fri, 14 Mar 2025 09:26:53 +xx:00",
        "Fri, 14 Mar 2025 09:26:53 +99:00",
        "12345",
        "999999999999999999",
        "1970-01-01",
        "1970-01-01T00:00:00-12:00",
        "Thu, 01 Jan 1970 01:00:00 +0100",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2199-01-01"
      })
  void shouldBeEmptyWhenTextIsNoDate(String text) {
    assertThat(NewsDate.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025, YEAR, false",
    "March 2025, MONTH, false",
    "2025-03-14, DAY, false",
    "2025-03-14 09:26, MINUTE, false",
    "2025-03-14 09:26 CET, MINUTE, true",
    "2025-03-14T09:26:53Z, SECOND, true",
    "1741944413, SECOND, true"
  })
  void shouldTellHowExactlyTheDateIsWritten(String text, Precision precision, boolean zoned) {
    // When
    NewsDate date = NewsDate.parse(text).orElseThrow();

    // Then
    assertThat(date.precision()).isEqualTo(precision);
    assertThat(date.zoned()).isEqualTo(zoned);
  }

  @Test
  void shouldBeEmptyWhenTextIsSentence() {
    String sentence = "The council met on 14 March 2025 " + "and talked ".repeat(20);

    assertThat(NewsDate.parse(sentence)).isEmpty();
  }
}
