package org.storywire.docker.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storywire.news.RawArticle;

class AvroJsonTest {

  @Test
  void shouldWritePlainValuesWhenRecordHasUnionsMapsAndInstants() {
    // Given
    RawArticle article =
        RawArticle.newBuilder()
            .setEventId("e1")
            .setTraceId("t1")
            .setNativeId("n1")
            .setSource("ledger.example")
            .setUrl(null)
            .setTitle("Line one\nline two")
            .setBody("Text.")
            .setPublishedAt(Instant.parse("2012-03-04T05:06:07Z"))
            .setReceivedAt(Instant.parse("2012-03-04T05:06:07.089Z"))
            .setOrigin("feed.jsonl:3")
            .setExtra(Map.of("b", "2", "a", "1"))
            .build();

    // When
    String line = AvroJson.line(AvroJson.of(article));

    // Then
    assertThat(line)
        .isEqualTo(
            "{\"eventId\":\"e1\",\"traceId\":\"t1\",\"nativeId\":\"n1\",\"source\":\"ledger.example\",\"url\":null,\"title\":\"Line"
                + " one\\n"
                + "line two\",\"body\":\"Text.\",\"publishedAt\":\"2012-03-04T05:06:07Z\","
                + "\"receivedAt\":\"2012-03-04T05:06:07.089Z\",\"origin\":\"feed.jsonl:3\","
                + "\"receiptNumber\":0,\"feedAt\":null,\"extra\":{\"a\":\"1\",\"b\":\"2\"}}");
  }
}
