package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests that no page of ours would send: each is answered or refused, and none makes the monitor
 * fail. {@code -Dfuzz.requests} sets how many.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RequestsFuzzTest {

  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20);

  private static final List<String> PATHS =
      List.of(
          "/api/stories",
          "/api/stories/s1",
          "/api/articles/a1",
          "/api/updates",
          "/api/facets",
          "/api/ask",
          "/api/health",
          "/assets/app.js",
          "/search",
          "/story/s1",
          "/nothing");
  private static final List<String> PIECES =
      List.of(
          "q=",
          "text=",
          "address=http://",
          "article=",
          "topic=medtop:16000000",
          "source=",
          "lang=en",
          "material=true",
          "min-sources=",
          "limit=",
          "after=",
          "since=",
          "order=relevance",
          "c=",
          "token=",
          "&",
          "&",
          "&",
          "=",
          "%",
          "%00",
          "%2e%2e%2f",
          "%F0%9F%98%80",
          "%C0%AF",
          "%ED%A0%80",
          "+",
          "\"",
          "(",
          ")",
          "((((((",
          "OR",
          "NOT",
          "-",
          ":",
          "title:",
          "*",
          "1",
          "-1",
          "99999999999999999999",
          "NaN",
          "bridge",
          "AAAA",
          "MDow",
          "Zm9v.1-2-3",
          "log.1",
          ".",
          "..",
          "/",
          "//",
          ";",
          "'",
          "<script>",
          "\u00e9");

  private final Random random = new Random(SEED);
  private TestMonitor monitor;

  @BeforeEach
  void start() {
    monitor = new TestMonitor();
    monitor.take(Samples.update("s1", 1).build());
  }

  @AfterEach
  void stop() {
    monitor.close();
  }

  @Test
  void shouldAnswerOrRefuseWhenRequestIsOdd() throws IOException {
    for (int i = 0; i < REQUESTS; i++) {
      // Given
      String address = PATHS.get(random.nextInt(PATHS.size())) + odd(2) + "?" + odd(12);

      // When
      String answer = answer(address);

      // Then
      assertThat(answer)
          .as("%s, seed %s", address, SEED)
          .matches("(?s)HTTP/1\\.1 (200|400|404|414) .*");
    }
  }

  /** Some pieces, none that would end the address. */
  private String odd(int most) {
    StringBuilder odd = new StringBuilder();
    for (int pieces = random.nextInt(most); pieces > 0; pieces--) {
      odd.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return odd.toString();
  }

  private String answer(String address) throws IOException {
    String request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket("127.0.0.1", monitor.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
