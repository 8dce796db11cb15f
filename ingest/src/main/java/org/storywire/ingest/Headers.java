package org.storywire.ingest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.storywire.news.RawArticle;

/** Headers of the records that ingest writes. */
public final class Headers {

  /** CloudEvents type of a raw article. */
  static final String TYPE = "org.storywire.news.RawArticle";

  private Headers() {}

  /**
   * Trace context (W3C, version 00) and CloudEvents attributes (version 1.0, Kafka binding) of an
   * article, as its value holds them.
   */
  public static List<Header> of(RawArticle article, Instant eventAt) {
    String span = article.getEventId().substring(0, 16);
    return List.of(
        header("traceparent", "00-" + article.getTraceId() + "-" + span + "-01"),
        header("ce_specversion", "1.0"),
        header("ce_id", article.getEventId()),
        header("ce_source", "/sources/" + uriSegment(article.getSource())),
        header("ce_type", TYPE),
        header("ce_time", eventAt.toString()));
  }

  /** What went wrong with a dead letter, and where. */
  public static List<Header> ofError(String file, String line, String message) {
    List<Header> headers = new ArrayList<>();
    headers.add(header("storywire.errors.stage", "ingest"));
    headers.add(header("storywire.errors.file", file));
    headers.add(header("storywire.errors.line", line));
    headers.add(header("storywire.errors.message", message));
    return headers;
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String uriSegment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
