package org.storywire.processor.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts updates to one target until it takes them. Each carries {@code Storywire-Event-Id}, the
 * same when it is sent again, and {@code Storywire-Signature: t=SECONDS,v1=HEX}, where HEX is the
 * HMAC-SHA256 (RFC 2104) of {@code SECONDS.BODY} under the shared secret. An answer of 2xx means
 * taken; anything else is tried again, later each time, and never given up.
 */
final class WebhookSender {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** Waits between two tries. */
  interface Pause {
    void of(Duration length) throws InterruptedException;
  }

  private final WebhookConfig config;
  private final Clock clock;
  private final Pause pause;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private long delivered;
  private long retries;
  private Optional<Instant> failingSince = Optional.empty();
  private String lastFailure = "";

  WebhookSender(WebhookConfig config, Clock clock, Pause pause) {
    this.config = config;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Sends an update; returns once the target has taken it.
   *
   * @throws InterruptedException if the monitor is closed before
   */
  void deliver(String eventId, byte[] json) throws InterruptedException {
    Duration wait = FIRST_PAUSE;
    while (true) {
      String failure = tryOnce(eventId, json);
      if (failure.isEmpty()) {
        succeeded();
        return;
      }
      failed(failure);
      LOG.warn(
          "webhook={} did not take event_id={}: {}; next try in seconds={}",
          config.name(),
          eventId,
          failure,
          wait.toSeconds());
      pause.of(wait);
      Duration doubled = wait.multipliedBy(2);
      wait = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
  }

  /** The signature header of a body at a time. */
  static String signature(String secret, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** Writes how deliveries go as one object; never the address or the secret. */
  synchronized void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", config.name());
    json.writeNumberField("delivered", delivered);
    json.writeNumberField("retries", retries);
    MonitorJson.text(json, "failingSince", failingSince.map(Instant::toString).orElse(null));
    MonitorJson.text(json, "lastFailure", lastFailure.isEmpty() ? null : lastFailure);
    json.writeEndObject();
  }

  private String tryOnce(String eventId, byte[] json) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(config.url())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("User-Agent", "storywire-webhook")
            .header("Storywire-Event-Id", eventId)
            .header(
                "Storywire-Signature",
                signature(config.secret(), clock.instant().getEpochSecond(), json))
            .POST(HttpRequest.BodyPublishers.ofByteArray(json))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status >= 200 && status < 300 ? "" : "status " + status;
    } catch (IOException e) {
      return e.getClass().getSimpleName();
    }
  }

  private synchronized void succeeded() {
    delivered++;
    failingSince = Optional.empty();
    lastFailure = "";
  }

  private synchronized void failed(String failure) {
    retries++;
    lastFailure = failure;
    if (failingSince.isEmpty()) {
      failingSince = Optional.of(clock.instant());
    }
  }
}
