package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storywire.news.StoryState;

class MonitorServerTest {

  private TestMonitor monitor;

  @BeforeEach
  void start() {
    monitor = new TestMonitor();
  }

  @AfterEach
  void stop() {
    monitor.close();
  }

  @Test
  void shouldDescribeEveryRouteWhenOpenApiIsRead() {
    // Given
    Set<String> routes =
        new HashSet<>(
            MonitorServer.apiRoutes(new Api(null, null, null, null, null, null, List.of()))
                .keySet());

    routes.add(MonitorServer.STREAM);

    // When
    JsonNode document = Http.ask(monitor.address() + "/api/openapi.json");

    // Then
    Set<String> described = new HashSet<>();
    document.get("paths").fieldNames().forEachRemaining(described::add);
    assertThat(described).isEqualTo(routes);
  }

  @Test
  void shouldDescribeEveryFieldWhenStoryIsAnswered() {
    // Given
    new InventedNews(monitor).tell(Samples.NOON);
    JsonNode schemas =
        Http.ask(monitor.address() + "/api/openapi.json").get("components").get("schemas");

    // When
    JsonNode story = Http.ask(monitor.address() + "/api/stories?limit=1").get("stories").get(0);
    JsonNode detail = Http.ask(monitor.address() + "/api/stories/story-flood");
    JsonNode health = Http.ask(monitor.address() + "/api/health");

    // Then
    assertThat(names(schemas.get("Story").get("properties"))).isEqualTo(names(story));
    assertThat(names(schemas.get("Update").get("properties")))
        .containsAll(names(detail.get("updates").get(0)));
    assertThat(names(schemas.get("Article").get("properties")))
        .isEqualTo(names(detail.get("reports").get(0)));
    assertThat(names(schemas.get("Health").get("properties"))).containsAll(names(health));
  }

  @Test
  void shouldGiveEveryStoryOnceWhenPaged() {
    // Given
    new InventedNews(monitor).tell(Samples.NOON);
    Set<String> seen = new HashSet<>();
    String after = "";
    int pages = 0;

    // When
    do {
      JsonNode page = Http.ask(monitor.address() + "/api/stories?limit=3" + after);
      page.get("stories").forEach(story -> assertThat(seen.add(story.get("id").asText())).isTrue());
      after = page.get("next").isNull() ? "" : "&after=" + page.get("next").asText();
      pages++;
    } while (!after.isEmpty());

    // Then
    assertThat(seen).hasSize(monitor.stories.size());
    assertThat(pages).isEqualTo(4);
  }

  @Test
  void shouldAnswerNotModifiedWhenTagIsKnown() {
    // Given
    new InventedNews(monitor).tell(Samples.NOON);
    String address = monitor.address() + "/api/stories";
    String tag = Http.get(address).headers().firstValue("ETag").orElseThrow();

    // When
    var unchanged = Http.get(address, "If-None-Match", tag);
    monitor.take(Samples.update("other", 1).build());
    var changed = Http.get(address, "If-None-Match", tag);

    // Then
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    assertThat(changed.statusCode()).isEqualTo(200);
  }

  @Test
  void shouldNameContinuingStoryWhenIdWasMerged() {
    // Given
    monitor.take(Samples.update("s1", 1).build());
    monitor.take(Samples.update("s2", 1).build());
    monitor.take(
        Samples.story("s2").setRevision(2).setState(StoryState.MERGED).setRedirectTo("s1").build());

    // When
    var answer = Http.get(monitor.address() + "/api/stories/s2");

    // Then
    assertThat(answer.headers().firstValue("Content-Location")).contains("/api/stories/s1");
    assertThat(Http.json(answer.body()).get("redirectedFrom").asText()).isEqualTo("s2");
    assertThat(Http.json(answer.body()).get("merged").get(0).asText()).isEqualTo("s2");
  }

  @Test
  void shouldContinueWhereItEndedWhenUpdatesAreAskedFor() {
    // Given
    for (int revision = 1; revision <= 5; revision++) {
      monitor.take(Samples.update("s1", revision).build());
    }

    // When
    JsonNode first = Http.ask(monitor.address() + "/api/updates?limit=3");
    JsonNode second =
        Http.ask(monitor.address() + "/api/updates?limit=3&since=" + first.get("next").asText());

    // Then
    assertThat(first.get("updates")).hasSize(3);
    assertThat(first.get("more").asBoolean()).isTrue();
    assertThat(second.get("updates").get(0).get("revision").asLong()).isEqualTo(4);
    assertThat(second.get("updates")).hasSize(2);
    assertThat(second.get("more").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/stories?colour=red",
        "/api/stories?limit=0",
        "/api/stories?after=%21",
        "/api/updates?since=yesterday",
        "/api/health?x=1",
        "/api/stream?q=a&q=b"
      })
  void shouldSayWhatWasExpectedWhenParameterIsWrong(String path) {
    // When
    var answer = Http.get(monitor.address() + path);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Http.json(answer.body()).get("error").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/columns", "/story/x", "/assets/app.js", "/api/stories", "/no/such/thing"})
  void shouldForbidBrowserMuchWhenAnythingIsAnswered(String path) {
    // When
    var headers = Http.get(monitor.address() + path).headers();

    // Then
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self';")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/..%2Fopenapi.json",
        "/assets/%2e%2e%2fMonitor.class",
        "/assets/index.html"
      })
  void shouldRefuseWhenFileIsNotOfThePage(String path) {
    // When
    int status = Http.get(monitor.address() + path).statusCode();

    // Then
    assertThat(status).isIn(400, 404);
  }

  @Test
  void shouldRefuseWhenAddressOrHeadersAreTooLong() {
    // Given
    String words = "a".repeat(5_000);

    // When
    int address = Http.get(monitor.address() + "/api/stories?q=" + words).statusCode();
    int headers =
        Http.get(monitor.address() + "/api/stories", "X-Long", "b".repeat(20_000)).statusCode();

    // Then
    assertThat(address).isEqualTo(414);
    assertThat(headers).isEqualTo(431);
  }

  @Test
  void shouldRefuseWhenMethodWouldChangeSomething() {
    // Given
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(monitor.address() + "/api/stories"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    // When
    int status = Http.send(post).statusCode();

    // Then
    assertThat(status).isEqualTo(405);
  }

  @Test
  void shouldRefuseWhenHostIsNotLoopback() throws IOException {
    // Given
    String request =
        "GET /api/stories HTTP/1.1\r\nHost: rebound.example:"
            + monitor.port()
            + "\r\nConnection: close\r\n\r\n";

    // When
    String answer;
    try (Socket socket = new Socket("127.0.0.1", monitor.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    // Then
    assertThat(answer).startsWith("HTTP/1.1 421");
  }

  @Test
  void shouldAskForTokenWhenOneIsSet() {
    // Given
    String token = "correct-horse-battery";
    try (TestMonitor guarded =
        new TestMonitor(10, History.none(), Optional.of(token), Samples.START, 0)) {
      String address = guarded.address() + "/api/stories";

      // When
      int none = Http.get(address).statusCode();
      int wrong = Http.get(address, "Authorization", "Bearer wrong").statusCode();
      int right = Http.get(address, "Authorization", "Bearer " + token).statusCode();
      var exchanged = Http.get(guarded.address() + "/columns?token=" + token + "&c=q%3Da");
      String cookie = exchanged.headers().firstValue("Set-Cookie").orElseThrow();
      int passed = Http.get(address, "Cookie", cookie.split(";")[0]).statusCode();

      // Then
      assertThat(none).isEqualTo(401);
      assertThat(wrong).isEqualTo(401);
      assertThat(right).isEqualTo(200);
      assertThat(passed).isEqualTo(200);
      assertThat(exchanged.statusCode()).isEqualTo(303);
      assertThat(exchanged.headers().firstValue("Location").orElseThrow())
          .endsWith("/columns?c=q%3Da");
      assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").doesNotContain(token);
    }
  }

  @Test
  void shouldDropLinkWhenArticleNamesScript() {
    // Given
    monitor.take(Samples.update("s1", 1).setUrl("javascript:alert(1)").build());

    // When
    JsonNode update = Http.ask(monitor.address() + "/api/updates").get("updates").get(0);

    // Then
    assertThat(update.get("url").isNull()).isTrue();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
