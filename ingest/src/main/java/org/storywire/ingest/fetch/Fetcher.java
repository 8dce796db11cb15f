package org.storywire.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.kafka.common.utils.Bytes;
import org.storywire.ingest.fetch.Answer.Failure;
import org.storywire.ingest.fetch.Answer.Problem;
import org.storywire.ingest.fetch.Answer.Redirect;
import org.storywire.ingest.fetch.Answer.Response;

/**
 * Fetches feeds and pages from hosts that nobody vouches for. Follows redirects itself: each
 * address on the way is checked as it is connected to, and waits for its host's turn. Keeps no
 * cookies; credentials stay with the host they were given for. Whatever a publisher does is an
 * {@link Answer}, never an exception. Safe for threads.
 */
public final class Fetcher implements AutoCloseable {

  private final FetchConfig config;
  private final HostTurns turns;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService alarms;
  private final ExecutorService lookups;

  /** Fetches over the network, each host at its turn. */
  public static Fetcher open(FetchConfig config, HostTurns turns) {
    return new Fetcher(config, turns, NameServer.SYSTEM, Connector.NETWORK);
  }

  Fetcher(FetchConfig config, HostTurns turns, NameServer names, Connector connector) {
    this.config = config;
    this.turns = turns;
    this.alarms = Executors.newSingleThreadScheduledExecutor(daemons("storywire-fetch-alarm"));
    this.lookups = Executors.newCachedThreadPool(daemons("storywire-fetch-names"));
    NameServer patient = new PatientNameServer(names, config.limits().connect(), lookups);
    AddressGuard guard = new AddressGuard(patient, LocalPermission.of(config.local()));
    this.client =
        HttpClientFactory.create(
            config.limits(),
            guard,
            connector,
            config.certificates().map(TrustedCertificates::with));
  }

  /**
   * Asks, and follows redirects to the answer.
   *
   * @throws InterruptedException if the thread is interrupted while it waits for a host's turn
   */
  public Answer fetch(FetchRequest request) throws InterruptedException {
    List<Redirect> redirects = new ArrayList<>();
    URI address = request.address();
    Optional<String> credentials = request.credentials();
    long left = config.limits().total().toNanos();
    while (true) {
      String host = address.getHost();
      if (!turns.begin(host)) {
        return new Failure(redirects, Problem.NOT_OUR_TURN, host + " wants us to wait");
      }
      Answer answer;
      long begin = System.nanoTime();
      try {
        answer = ask(address, request, credentials, redirects, Duration.ofNanos(left));
      } finally {
        turns.end(host);
      }
      left -= System.nanoTime() - begin;
      Optional<String> location = location(answer);
      if (location.isEmpty()) {
        return answer;
      }
      Optional<URI> next = WebAddress.resolve(address, location.get());
      if (next.isEmpty()) {
        String reason = address + " redirects to " + location.get() + ", expected http or https";
        return new Failure(redirects, Problem.FORBIDDEN, reason);
      }
      redirects.add(new Redirect(((Response) answer).status(), address, next.get()));
      if (redirects.size() > config.limits().redirects()) {
        String reason = request.address() + " redirects more than " + (redirects.size() - 1);
        return new Failure(redirects, Problem.TOO_MANY_REDIRECTS, reason + " times");
      }
      if (!Credentials.mayFollow(address, next.get())) {
        credentials = Optional.empty();
      }
      address = next.get();
    }
  }

  private Answer ask(
      URI address,
      FetchRequest request,
      Optional<String> credentials,
      List<Redirect> redirects,
      Duration left) {
    HttpGet get = new HttpGet(address);
    get.setHeader("User-Agent", config.userAgent());
    get.setHeader("Accept", request.accept());
    get.setHeader("Accept-Encoding", "gzip");
    request.fields().forEach(get::setHeader);
    credentials.map(Credentials::basic).ifPresent(basic -> get.setHeader("Authorization", basic));
    try (Alarm alarm = Alarm.in(left, get::cancel, alarms)) {
      try {
        HttpHost host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
        return read(address, get, client.executeOpen(host, get, null), redirects, alarm);
      } catch (IOException | IllegalStateException e) {
        return RequestFailures.of(address, redirects, e, alarm.hasRung());
      }
    }
  }

  private Answer read(
      URI address, HttpGet get, ClassicHttpResponse response, List<Redirect> redirects, Alarm alarm)
      throws IOException {
    boolean whole = false;
    try {
      HeaderFields fields = fields(response);
      HttpEntity entity = response.getEntity();
      InputStream in = entity == null ? null : entity.getContent();
      FetchLimits limits = config.limits();
      Body packed =
          in == null ? new Body(new byte[0], false) : Body.read(in, limits.bytes(), "body");
      whole = !packed.cut();
      if (alarm.hasRung()) {
        return RequestFailures.late(address, redirects);
      }
      Body body = packed.unpacked(fields.all("Content-Encoding"), limits.unpackedBytes());
      return new Response(
          redirects, address, response.getCode(), fields, Bytes.wrap(body.bytes()), body.cut());
    } finally {
      if (!whole) {
        // Else closing would first read on to the end, which may never come.
        get.cancel();
      }
      closeQuietly(response);
    }
  }

  private static void closeQuietly(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException e) {
      // The connection is gone, which is what we want.
    }
  }

  private static HeaderFields fields(ClassicHttpResponse response) {
    HeaderFields.Builder fields = new HeaderFields.Builder();
    for (Header header : response.getHeaders()) {
      fields.add(header.getName(), header.getValue() == null ? "" : header.getValue());
    }
    return fields.build();
  }

  /** Where an answer sends us; publishers write it in UTF-8, whatever the rules say. */
  private static Optional<String> location(Answer answer) {
    if (!(answer instanceof Response response)
        || !List.of(301, 302, 303, 307, 308).contains(response.status())) {
      return Optional.empty();
    }
    return response
        .fields()
        .first("Location")
        .map(raw -> new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Breaks off what is under way. */
  @Override
  public void close() {
    alarms.shutdownNow();
    lookups.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
