package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.storywire.news.OverrideKind;
import org.storywire.news.StoryOverride;

/** Who may decide what, and what is sent then. */
class OverrideApiTest {

  private static final String BEARER = "Bearer " + TestMonitor.EDITOR;

  private TestMonitor monitor;

  @BeforeEach
  void start() {
    monitor = new TestMonitor();
    new InventedNews(monitor).tell(Samples.NOON);
  }

  @AfterEach
  void stop() {
    monitor.close();
  }

  private HttpResponse<String> post(String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(monitor.address() + "/api/overrides"))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    request.headers(headers);
    return Http.send(request.build());
  }

  private HttpResponse<String> decide(String body) {
    return post(body, "Content-Type", "application/json", "Authorization", BEARER);
  }

  private StoryOverride only() {
    assertThat(monitor.decided).hasSize(1);
    return monitor.decided.get(0);
  }

  @Test
  void shouldNameAllArticlesOfOneStoryWhenTwoAreMadeOne() {
    // When
    HttpResponse<String> answer =
        decide("{\"kind\":\"SAME_STORY\",\"story\":\"story-flood\",\"other\":\"story-bank\"}");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(only().getKind()).isEqualTo(OverrideKind.SAME_STORY);
    assertThat(only().getArticleIds()).hasSize(11).contains("f1", "f11");
    assertThat(only().getOtherArticleId()).isEqualTo("b1");
    assertThat(only().getEdition()).isEqualTo("en");
    assertThat(only().getBy()).isEqualTo("night desk");
  }

  @Test
  void shouldNameOneThatStaysWhenArticlesAreSentOut() {
    // When
    decide("{\"kind\":\"OTHER_STORY\",\"articles\":[\"f1\"],\"reason\":\"another river\"}");

    // Then
    assertThat(only().getArticleIds()).containsExactly("f1");
    assertThat(only().getOtherArticleId()).isEqualTo("f2");
    assertThat(only().getReason()).isEqualTo("another river");
  }

  @Test
  void shouldReverseWhenDecisionIsUndone() {
    // Given
    decide("{\"kind\":\"SAME_STORY\",\"story\":\"story-flood\",\"other\":\"story-bank\"}");
    StoryOverride done = only();

    // When
    decide("{\"undo\":\"" + done.getOverrideId() + "\"}");

    // Then
    StoryOverride undo = monitor.decided.get(1);
    assertThat(undo.getKind()).isEqualTo(OverrideKind.OTHER_STORY);
    assertThat(undo.getArticleIds()).isEqualTo(done.getArticleIds());
    assertThat(undo.getOtherArticleId()).isEqualTo(done.getOtherArticleId());
    assertThat(undo.getUndoes()).isEqualTo(done.getOverrideId());
  }

  @Test
  void shouldNameBothArticlesWhenOneIsCopyOfOther() {
    // When
    HttpResponse<String> answer =
        decide("{\"kind\":\"COPY_OF\",\"article\":\"b1\",\"other\":\"f1\"}");
    decide("{\"undo\":\"" + only().getOverrideId() + "\"}");

    // Then
    assertThat(Http.json(answer.body()).get("says").asText()).contains("calder-wire.example");
    assertThat(monitor.decided)
        .extracting(
            StoryOverride::getKind, StoryOverride::getArticleIds, StoryOverride::getOtherArticleId)
        .containsExactly(
            tuple(OverrideKind.COPY_OF, List.of("b1"), "f1"),
            tuple(OverrideKind.COPY_OF, List.of("b1"), null));
  }

  @Test
  void shouldGiveChoiceBackWhenArticleThatIsNoCopyIsUndone() {
    // When
    decide("{\"kind\":\"NOT_COPY\",\"article\":\"f2\"}");
    decide("{\"undo\":\"" + only().getOverrideId() + "\"}");

    // Then
    assertThat(monitor.decided.get(0).getKind()).isEqualTo(OverrideKind.NOT_COPY);
    assertThat(monitor.decided.get(1).getKind()).isEqualTo(OverrideKind.COPY_OF);
    assertThat(monitor.decided.get(1).getOtherArticleId()).isNull();
  }

  @Test
  void shouldGiveChoiceBackWhenHeadlineIsEmpty() {
    // When
    decide("{\"kind\":\"HEADLINE\",\"story\":\"story-flood\",\"headline\":\" \"}");

    // Then
    assertThat(only().getHeadline()).isNull();
  }

  @Test
  void shouldSendNothingWhenPreviewIsAskedFor() {
    // When
    HttpResponse<String> answer =
        decide(
            "{\"kind\":\"HEADLINE\",\"story\":\"story-flood\",\"headline\":\"Flood\",\"preview\":true}");

    // Then
    assertThat(Http.json(answer.body()).get("says").asText()).contains("Flood");
    assertThat(monitor.decided).isEmpty();
  }

  @Test
  void shouldTellWhoAsksWhenDecisionsAreListed() {
    // Given
    decide("{\"kind\":\"HEADLINE\",\"story\":\"story-flood\",\"headline\":\"Flood\"}");

    // When
    JsonNode reader = Http.ask(monitor.address() + "/api/overrides");
    JsonNode editor =
        Http.json(Http.get(monitor.address() + "/api/overrides", "Authorization", BEARER).body());

    // Then
    assertThat(reader.get("editor").isNull()).isTrue();
    assertThat(editor.get("editor").asText()).isEqualTo("night desk");
    assertThat(reader.get("overrides").get(0).get("headline").asText()).isEqualTo("Flood");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json | Bearer wrong                   | none        | 403
          text/plain       | Bearer token-of-the-night-desk | none        | 415
          application/json | Bearer token-of-the-night-desk | cross-site  | 415
          application/json | Bearer token-of-the-night-desk | same-origin | 200
          """)
  void shouldRefuseWhenSenderMayNotDecide(String type, String bearer, String site, int expected) {
    // Given
    String body = "{\"kind\":\"HEADLINE\",\"story\":\"story-flood\",\"headline\":\"Flood\"}";

    // When
    int status =
        post(body, "Content-Type", type, "Authorization", bearer, "Sec-Fetch-Site", site)
            .statusCode();

    // Then
    assertThat(status).isEqualTo(expected);
    assertThat(monitor.decided).hasSize(expected == 200 ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                                                                       | 400
          {"kind": "SPLIT"}                                                         | 400
          {"kind": "SAME_STORY", "story": "story-flood", "other": "story-flood"}    | 400
          {"kind": "SAME_STORY", "story": "story-flood", "other": "none"}           | 404
          {"kind": "OTHER_STORY", "articles": []}                                   | 400
          {"kind": "OTHER_STORY", "articles": ["none"]}                             | 404
          {"kind": "COPY_OF", "article": "f1", "other": "f1"}                       | 400
          {"kind": "COPY_OF", "article": "f1", "other": "none"}                     | 404
          {"kind": "NOT_COPY"}                                                      | 404
          {"undo": "none"}                                                          | 404
          {"kind                                                                    | 400
          """)
  void shouldSayWhatWasExpectedWhenWishIsWrong(String body, int expected) {
    // When
    HttpResponse<String> answer = decide(body);

    // Then
    assertThat(answer.statusCode()).isEqualTo(expected);
    assertThat(Http.json(answer.body()).get("error").asText()).isNotEmpty();
    assertThat(monitor.decided).isEmpty();
  }
}
