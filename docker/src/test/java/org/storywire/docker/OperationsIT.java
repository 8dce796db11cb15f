package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.docker.pipeline.Conservation;
import org.storywire.docker.pipeline.FeedObserver;
import org.storywire.docker.pipeline.FeedRun;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.docker.pipeline.ResultReader;
import org.storywire.docker.pipeline.StopSignal;
import org.storywire.ingest.Delivery;

/** What an operator sees of a processor at work. */
class OperationsIT {

  private static final Pattern METRIC = Pattern.compile("(storywire|kafka|jvm)_[a-z_]+");
  private static final Pattern LABEL = Pattern.compile("by \\(([a-z]+)\\)");
  private static final Path CORPUS = Path.of("src/main/resources/sample-corpus/articles.jsonl");
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Test
  void shouldTellWhatWasDoneWhenACorpusWasProcessed() throws Exception {
    // Given
    int port = Http.freePort();
    List<Delivery> deliveries = Arrivals.of(List.of(CORPUS));
    Conservation conservation = new Conservation();
    try (StopSignal stop = StopSignal.install();
        LocalPipeline pipeline =
            LocalPipeline.start(
                LocalProcessor::new, 2, Map.of("ops.port", Integer.toString(port)));
        ResultReader results = ResultReader.open(pipeline.bootstrapServers(), conservation)) {
      pipeline.awaitRunning(stop);

      // When
      new FeedRun(deliveries.stream(), 0, PATIENCE)
          .run(pipeline, results, conservation, FeedObserver.NONE, ended -> {}, stop);
      String scraped = Http.get(port, "/metrics").orElseThrow().body();
      List<String> metrics = scraped.lines().toList();

      // Then
      assertThat(Http.get(port, "/live").orElseThrow().statusCode()).isEqualTo(200);
      assertThat(Http.get(port, "/ready").orElseThrow().body()).isEqualTo("ready\n");
      assertThat(Http.get(port, "/topology").orElseThrow().body())
          .contains("Processor: syndication");
      assertThat(articles(metrics))
          .isEqualTo(number(metrics, "storywire_ordered_stage_seconds_count"));
      assertThat(articles(metrics)).isGreaterThanOrEqualTo(80);
      assertThat(number(metrics, "storywire_stories_open")).isPositive();
      assertThat(number(metrics, "storywire_index_size{index=\"copies\"}")).isPositive();
      assertThat(number(metrics, "storywire_restore_remaining")).isZero();
      assertThat(number(metrics, "storywire_newest_update_age_seconds")).isBetween(0.0, 120.0);
      assertThat(metrics).anyMatch(line -> line.startsWith("kafka_stream_thread_process_total"));
      assertThat(number(metrics, "kafka_stream_alive_stream_threads")).isPositive();
      assertThat(metrics)
          .anyMatch(line -> line.matches("storywire_build_info\\{.*version=.*} 1(\\.0)?"))
          .contains("kafka_consumer_fetch_manager_records_lag{topic=\"news.raw-articles.v1\"} 0.0");
      assertThat(scraped.length()).isLessThan(60_000);
      assertThat(scraped).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-");
      assertThat(Http.get(port, "/metrics/kafka").orElseThrow().body())
          .contains("kafka_producer_txn_commit_time_ns_total{");
      assertThat(askedBy("alerts.yml"))
          .hasSizeGreaterThan(8)
          .allSatisfy(
              name -> assertThat(metrics).as(name).anyMatch(line -> line.matches(name + "[{ ].*")));
      assertThat(askedByTheDashboard())
          .hasSizeGreaterThan(10)
          .allSatisfy(
              series ->
                  assertThat(metrics).as(series).anyMatch(line -> line.matches(series + ".*")));
    }

    // When it is closed, then nobody answers
    assertThat(Http.get(port, "/live")).isEmpty();
  }

  /** Each metric that the Grafana dashboard asks for, with the label it sums by, as a pattern. */
  private static List<String> askedByTheDashboard() throws IOException {
    List<String> asked = new ArrayList<>();
    for (JsonNode query :
        new ObjectMapper()
            .readTree(Path.of("observe/storywire.json").toFile())
            .findValues("expr")) {
      Matcher labels = LABEL.matcher(query.asText());
      // Prometheus itself adds the instance.
      String label = labels.find() && !labels.group(1).equals("instance") ? labels.group(1) : "";
      METRIC
          .matcher(query.asText())
          .results()
          .map(metric -> metric.group() + (label.isEmpty() ? "[{ ]" : ".*[{,]" + label + "="))
          .forEach(asked::add);
    }
    return asked;
  }

  /** Names of a processor's metrics in a file of rules; ingest has those of sources. */
  private static Set<String> askedBy(String rules) throws IOException {
    return METRIC
        .matcher(Files.readString(Path.of("observe", rules)))
        .results()
        .map(MatchResult::group)
        .filter(name -> !name.startsWith("storywire_source_"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void shouldAskTheProcessorsOfTheComposeStackWhenPrometheusRuns() throws IOException {
    // Given
    String compose = Files.readString(Path.of("compose.yaml"));
    String prometheus = Files.readString(Path.of("observe/prometheus.yml"));

    // When
    List<String> targets =
        Pattern.compile("\"([a-z0-9-]+:[0-9]+)\"")
            .matcher(prometheus)
            .results()
            .map(target -> target.group(1))
            .toList();

    // Then
    assertThat(targets)
        .isNotEmpty()
        .allSatisfy(
            target -> {
              String[] hostAndPort = target.split(":");
              assertThat(compose).contains("\n  " + hostAndPort[0] + ":");
              assertThat(compose).contains("OPS_PORT: " + hostAndPort[1]);
            });
  }

  private static double articles(List<String> metrics) {
    return metrics.stream()
        .filter(line -> line.startsWith("storywire_articles_total{"))
        .mapToDouble(OperationsIT::value)
        .sum();
  }

  private static double number(List<String> metrics, String series) {
    return metrics.stream()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(OperationsIT::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no series " + series));
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }
}
