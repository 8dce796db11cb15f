package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.storywire.news.Article;
import org.storywire.news.UsageStatus;

/** Who had it first, asked over HTTP. */
class AskApiTest {

  private static final String SENTENCE =
      "The dredger Marlow sank off Penmar Head on Friday night, its owner said.";
  private static final String QUOTED =
      "Nobody in this town has slept well since the first of the two storms came in.";

  private TestMonitor monitor;
  private Newsroom news;

  @BeforeEach
  void start() {
    monitor = new TestMonitor();
    news = new Newsroom(monitor);
    news.report("s", "later", "gazette.example", Samples.NOON.plusSeconds(900), "Sunk", QUOTED);
    news.report("s", "wire", "wire.example", Samples.NOON, "Dredger lost", SENTENCE, QUOTED);
    news.copy("wire", "copy", "board.example", 20, 1, "Dredger lost");
    news.report("t", "other", "paper.example", Samples.NOON, "Rain", "It rained for a day.");
  }

  @AfterEach
  void stop() {
    monitor.close();
  }

  private JsonNode ask(String way, String value) {
    return Http.json(post(way, value).body());
  }

  private HttpResponse<String> post(String way, String value) {
    String body = JsonNodeFactory.instance.objectNode().put(way, value).toString();
    return Http.send(
        HttpRequest.newBuilder(URI.create(monitor.address() + "/api/ask"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void shouldTellFirstCopiesAndReportsApartWhenPassageIsPasted() {
    // When
    JsonNode found = ask("text", "  " + QUOTED.toUpperCase(java.util.Locale.ROOT) + "\n");

    // Then
    assertThat(found.get("first").asText()).isEqualTo("wire");
    assertThat(found.get("independent").asInt()).isEqualTo(2);
    assertThat(found.get("copies").asInt()).isEqualTo(1);
    assertThat(found.get("carriers").findValuesAsText("id"))
        .isEqualTo(List.of("wire", "later", "copy"));
    assertThat(found.get("carriers").get(2).get("copyOf").asText()).isEqualTo("wire");
    assertThat(found.get("unread").asInt()).isZero();
  }

  @Test
  void shouldShowWordsOfBothWhenArticleCarriesPart() {
    // Given
    String asked = "Last week was calm. " + SENTENCE + " More is known of the cause by now.";

    // When
    JsonNode carrier = ask("text", asked).get("carriers").get(0);

    // Then
    JsonNode run = carrier.get("runs").get(0);
    String shared = SENTENCE.substring(0, SENTENCE.length() - 1);
    assertThat(asked.substring(run.get("asked").asInt(), run.get("askedEnd").asInt()))
        .isEqualTo(shared);
    assertThat(carrier.get("excerpt").asText()).isEqualTo(shared);
    assertThat(run.get("end").asInt()).isEqualTo(shared.length());
  }

  @ParameterizedTest
  @CsvSource({
    "address, https://www.wire.example/wire/?utm_source=feed#top",
    "text, http://wire.example/wire",
    "article, wire"
  })
  void shouldAskAboutArticleWhenItIsNamed(String way, String value) {
    // When
    JsonNode found = ask(way, value);

    // Then
    assertThat(found.get("asked").asText()).isEqualTo("wire");
    assertThat(found.get("passage").asText()).startsWith(SENTENCE);
    assertThat(found.get("copies").asInt()).isEqualTo(1);
  }

  @Test
  void shouldAnswerNobodyWhenNoArticleCarriesIt() {
    // When
    JsonNode found =
        Http.ask(
            monitor.address()
                + "/api/ask?text="
                + URLEncoder.encode(
                    "Nine words that no article in here has told", StandardCharsets.UTF_8));

    // Then
    assertThat(found.get("first").isNull()).isTrue();
    assertThat(found.get("carriers")).isEmpty();
  }

  @Test
  void shouldNameOriginFirstWhenItWasRevisedAfterItsCopy() {
    // Given
    Article wire = monitor.text("wire");
    Instant afterTheCopy = Samples.NOON.plus(Duration.ofHours(3));
    monitor.take(Article.newBuilder(wire).setEventAt(afterTheCopy).setRevision(2).build());

    // When
    JsonNode found = ask("text", SENTENCE);

    // Then
    assertThat(found.get("first").asText()).isEqualTo("wire");
    assertThat(found.get("carriers").findValuesAsText("id")).isEqualTo(List.of("wire", "copy"));
  }

  @Test
  void shouldNotNameArticleWhenItsSenderKilledIt() {
    // Given
    Article later = monitor.text("later");
    monitor.take(Article.newBuilder(later).setStatus(UsageStatus.CANCELED).build());

    // When
    JsonNode found = ask("text", QUOTED);

    // Then
    assertThat(found.get("carriers").findValuesAsText("id")).isEqualTo(List.of("wire", "copy"));
  }

  @Test
  void shouldCountAsUnreadWhenTextIsNoLongerKept() {
    // Given
    monitor.lose("later");

    // When
    JsonNode found = ask("text", QUOTED);

    // Then
    assertThat(found.get("unread").asInt()).isEqualTo(1);
    assertThat(found.get("carriers").findValuesAsText("id")).isEqualTo(List.of("wire", "copy"));
  }

  @ParameterizedTest
  @CsvSource({
    "text, too few words, 400",
    "address, file:///etc/passwd, 400",
    "address, http://127.0.0.1/, 404",
    "text, http://127.0.0.1/nothing, 404",
    "article, none, 404",
    "question, who?, 400"
  })
  void shouldSayWhatWasExpectedWhenQuestionIsWrong(String way, String value, int expected) {
    // When
    HttpResponse<String> answer = post(way, value);

    // Then
    assertThat(answer.statusCode()).isEqualTo(expected);
    assertThat(Http.json(answer.body()).get("error").asText()).isNotEmpty();
  }

  @Test
  void shouldDescribeEveryFieldWhenAnswerIsGiven() {
    // Given
    JsonNode schemas =
        Http.ask(monitor.address() + "/api/openapi.json").get("components").get("schemas");

    // When
    JsonNode found = ask("text", QUOTED);

    // Then
    assertThat(found.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(
            () -> schemas.get("Answer").get("properties").fieldNames());
    assertThat(found.get("carriers").get(0).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(
            () -> schemas.get("Carrier").get("properties").fieldNames());
  }
}
