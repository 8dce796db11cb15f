package org.storywire.processor.app.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpsServerTest {

  private final AtomicReference<Optional<String>> dead = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<String>> unready = new AtomicReference<>(Optional.empty());
  private final OpsServer server =
      new OpsServer(
          "127.0.0.1",
          0,
          new OpsServer.Pages(
              dead::get, unready::get, () -> "Topologies:", () -> "up 1.0\n", () -> "all 1.0\n"));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldSayYesWhenAliveAndReady() throws Exception {
    assertThat(get("/live").statusCode()).isEqualTo(200);
    assertThat(get("/ready").statusCode()).isEqualTo(200);
    assertThat(get("/ready").body()).isEqualTo("ready\n");
  }

  @Test
  void shouldRefuseWhenHostIsNotLoopback() throws Exception {
    // Given
    String request =
        "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1.rebound.example\r\nConnection: close\r\n\r\n";

    // When
    String answer = raw(request);

    // Then
    assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("up 1.0");
  }

  @Test
  void shouldNameThePortWhenItIsInUse() {
    // Given
    OpsServer second =
        new OpsServer(
            "127.0.0.1",
            server.port(),
            new OpsServer.Pages(Optional::empty, Optional::empty, () -> "", () -> "", () -> ""));

    // When / Then
    assertThatThrownBy(second::start)
        .hasMessageContaining("port " + server.port() + " of 127.0.0.1")
        .hasMessageContaining("ops.port");
  }

  @Test
  void shouldNotRepeatAddressWhenItCannotBeRead() throws Exception {
    // Given
    String request = "GET /%GG<script> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    // When
    String answer = raw(request);

    // Then
    assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("script");
  }

  @Test
  void shouldSayWhyWhenNotReady() throws Exception {
    // Given
    unready.set(Optional.of("restoring 2 store partitions, 650 records remain"));

    // When
    HttpResponse<String> answer = get("/ready");

    // Then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("restoring 2 store partitions, 650 records remain\n");
    assertThat(get("/live").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldSayWhyWhenDead() throws Exception {
    // Given
    dead.set(Optional.of("processing has stopped: ERROR"));

    // When / Then
    assertThat(get("/live").statusCode()).isEqualTo(503);
  }

  @Test
  void shouldShowTopologyAndMetricsAsText() throws Exception {
    assertThat(get("/topology").body()).isEqualTo("Topologies:");
    assertThat(get("/metrics").body()).isEqualTo("up 1.0\n");
    assertThat(get("/metrics/kafka").body()).isEqualTo("all 1.0\n");
    assertThat(get("/metrics").headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(get("/else").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(KafkaStreams.State.class)
  void shouldBeReadyWhenRunningAndNothingRestores(KafkaStreams.State state) {
    assertThat(Readiness.whyNotReady(state, List.of(), 0, 0).isEmpty())
        .isEqualTo(state == KafkaStreams.State.RUNNING);
    assertThat(Readiness.whyNotReady(state, List.of(), 1, 9))
        .contains("restoring 1 store partitions, 9 records remain");
  }

  private String raw(String request) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
