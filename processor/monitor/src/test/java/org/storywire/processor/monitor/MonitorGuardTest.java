package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses, and what it forbids to browsers. */
class MonitorGuardTest {

  private TestMonitor monitor;

  @BeforeEach
  void start() {
    monitor = new TestMonitor();
  }

  @AfterEach
  void stop() {
    monitor.close();
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rebound.example",
        "127.0.0.1.rebound.example",
        "127.rebound.example",
        "localhost.rebound.example"
      })
  void shouldRefuseWhenHostIsNotLoopback(String host) throws IOException {
    // When
    String answer = raw("GET", "/api/stories", host);

    // Then
    assertThat(answer).startsWith("HTTP/1.1 421");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.0.9", "LocalHost", "[::1]"})
  void shouldAnswerWhenHostIsLoopback(String host) throws IOException {
    // When
    String answer = raw("GET", "/api/stories", host);

    // Then
    assertThat(answer).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "TRACE", "OPTIONS", "POST", "PUT"})
  void shouldTakeNoPlaceWhenStreamIsAskedOtherwiseThanByGet(String method) throws IOException {
    // When
    String answer = raw(method, "/api/stream", "127.0.0.1");

    // Then
    assertThat(answer).startsWith("HTTP/1.1 405").doesNotContain("X-Probe");
    assertThat(IntStream.range(0, TestMonitor.MOST_READERS)).allMatch(i -> monitor.hub.reserve());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "OPTIONS"})
  void shouldAskForTokenWhenMethodIsUnusual(String method) throws IOException {
    // Given
    try (TestMonitor guarded =
        new TestMonitor(10, History.none(), Optional.of("secret"), Samples.START, 0)) {

      // When
      String answer = raw(guarded.port(), method, "/api/stream", "127.0.0.1");

      // Then
      assertThat(answer).startsWith("HTTP/1.1 401").doesNotContain("X-Probe");
    }
  }

  @Test
  void shouldNotRepeatAddressWhenItCannotBeRead() throws IOException {
    // When
    String answer = raw("GET", "/%GG<script>alert(1)</script>", "127.0.0.1");

    // Then
    assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("alert");
  }

  @Test
  void shouldSayLengthWhenOnlyHeadIsAsked() throws IOException {
    // Given
    int length = Http.get(monitor.address() + "/api/facets").body().length();

    // When
    String answer = raw("HEAD", "/api/facets", "127.0.0.1");

    // Then
    assertThat(length).isPositive();
    assertThat(answer).startsWith("HTTP/1.1 200").contains("Content-Length: " + length);
  }

  @Test
  void shouldAnswerNotModifiedWhenTagIsGivenWithoutItsMark() {
    // Given
    String address = monitor.address() + "/assets/app.js";
    String tag = Http.get(address).headers().firstValue("ETag").orElseThrow();

    // When
    int weak = Http.get(address, "If-None-Match", "\"other\", " + tag).statusCode();
    int strong = Http.get(address, "If-None-Match", tag.substring(2)).statusCode();
    int other = Http.get(address, "If-None-Match", "\"other\"").statusCode();

    // Then
    assertThat(tag).startsWith("W/");
    assertThat(weak).isEqualTo(304);
    assertThat(strong).isEqualTo(304);
    assertThat(other).isEqualTo(200);
  }

  private String raw(String method, String path, String host) throws IOException {
    return raw(monitor.port(), method, path, host);
  }

  private static String raw(int port, String method, String path, String host) throws IOException {
    String request =
        (method + " " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n")
            + "X-Probe: 1\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
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
      int lower = Http.get(address, "Authorization", "bearer " + token).statusCode();
      var exchanged = Http.get(guarded.address() + "/columns?%74oken=" + token + "&c=q%3Da");
      String cookie = exchanged.headers().firstValue("Set-Cookie").orElseThrow();
      int passed = Http.get(address, "Cookie", cookie.split(";")[0]).statusCode();

      // Then
      assertThat(none).isEqualTo(401);
      assertThat(wrong).isEqualTo(401);
      assertThat(right).isEqualTo(200);
      assertThat(lower).isEqualTo(200);
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
}
