package org.storywire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storywire.ingest.fetch.Publisher.gzip;
import static org.storywire.ingest.fetch.Publisher.head;
import static org.storywire.ingest.fetch.Publisher.ok;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storywire.ingest.fetch.Answer.Failure;
import org.storywire.ingest.fetch.Answer.Problem;
import org.storywire.ingest.fetch.Answer.Redirect;
import org.storywire.ingest.fetch.Answer.Response;

/**
 * A publisher on loopback, reached as {@code paper.example} through a public address that the
 * connector under test takes for it. No other address is ever connected to.
 */
class FetcherTest {

  private static final FetchLimits LIMITS =
      new FetchLimits(100_000, 300_000, 5, 50, 1_000, Duration.ofMinutes(2), Duration.ofMinutes(2));
  private static final byte[] PUBLIC = {93, (byte) 184, (byte) 215, 14};

  private final Publisher publisher = Publisher.open();
  private final Recorder recorder = new Recorder(publisher.port()).route(publicAddress());

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void shouldGiveBodyAndFieldsWhenPublisherAnswers() throws Exception {
    // Given
    publisher.on(
        "/feed",
        head(200, "Content-Type: text/xml", "ETag: W/\"\u00e4\"", "Content-Length: 5") + "hello");

    // When
    Answer answer = fetch("http://paper.example/feed");

    // Then
    Response response = (Response) answer;
    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("hello");
    assertThat(response.contentType()).isEqualTo("text/xml");
    assertThat(response.cut()).isFalse();
    assertThat(publisher.requests().get(0).fields())
        .containsEntry("host", "paper.example")
        .containsEntry("user-agent", "storywire/0.1 (+desk@newsroom.example)")
        .containsEntry("accept-encoding", "gzip");
  }

  @Test
  void shouldSendValidatorsByteForByteWhenGiven() throws Exception {
    // Given
    publisher.on("/feed", head(200, "ETag: W/\"\u00e4 ' x\"", "Content-Length: 0"));
    Response first = (Response) fetch("http://paper.example/feed");
    FetchRequest again =
        FetchRequest.of("http://paper.example/feed", FetchRequest.FEEDS)
            .with("If-None-Match", first.fields().first("etag").orElseThrow());

    // When
    fetch(again);

    // Then
    assertThat(publisher.requests().get(1).fields())
        .containsEntry("if-none-match", "W/\"\u00e4 ' x\"");
  }

  @Test
  void shouldUnpackWhenBodyIsGzip() throws Exception {
    // Given
    byte[] packed = gzip("news".getBytes(StandardCharsets.UTF_8));
    publisher.on(
        "/feed",
        (request, out) -> {
          write(out, head(200, "Content-Encoding: gzip", "Content-Length: " + packed.length));
          out.write(packed);
        });

    // When / Then
    assertThat(text((Response) fetch("http://paper.example/feed"))).isEqualTo("news");
  }

  @Test
  void shouldTakeBodyAsItIsWhenItIsWronglyCalledGzip() throws Exception {
    // Given
    publisher.on("/feed", head(200, "Content-Encoding: gzip", "Content-Length: 4") + "news");

    // When / Then
    assertThat(text((Response) fetch("http://paper.example/feed"))).isEqualTo("news");
  }

  @Test
  void shouldStopWhenUnpackedBodyIsABomb() throws Exception {
    // Given
    byte[] bomb = gzip(new byte[50 << 20]);
    publisher.on(
        "/feed",
        (request, out) -> {
          write(out, head(200, "Content-Encoding: gzip", "Content-Length: " + bomb.length));
          out.write(bomb);
        });

    // When / Then
    assertThat(failure("http://paper.example/feed").problem()).isEqualTo(Problem.TOO_LARGE);
  }

  @Test
  void shouldStopWhenBodyNeverEnds() throws Exception {
    // Given
    AtomicInteger sent = new AtomicInteger();
    publisher.on(
        "/feed",
        (request, out) -> {
          write(out, head(200, "Content-Length: 50000000"));
          byte[] chunk = new byte[1 << 16];
          for (int i = 0; i < 50_000_000 / chunk.length; i++) {
            out.write(chunk);
            sent.addAndGet(chunk.length);
          }
        });

    // When
    Failure failure = failure("http://paper.example/feed");

    // Then
    assertThat(failure.problem()).isEqualTo(Problem.TOO_LARGE);
    assertThat(failure.reason()).contains("http://paper.example/feed").contains("100000 bytes");
    assertThat(sent.get()).isLessThan(50_000_000 - (1 << 16));
  }

  @Test
  void shouldGiveUpWhenBodyTrickles() throws Exception {
    // Given
    publisher.on(
        "/feed",
        (request, out) -> {
          write(out, head(200, "Content-Length: 1000") + "a");
          out.flush();
          publisher.hang();
        });

    // When / Then
    assertThat(impatient("http://paper.example/feed")).isEqualTo(Problem.TIMEOUT);
  }

  @Test
  void shouldGiveUpWhenHeadTrickles() throws Exception {
    // Given
    publisher.on(
        "/feed",
        (request, out) -> {
          write(out, "HTTP/1.1 200 OK\r\nX-");
          out.flush();
          publisher.hang();
        });

    // When / Then
    assertThat(impatient("http://paper.example/feed")).isEqualTo(Problem.TIMEOUT);
  }

  @Test
  void shouldStopWhenHeadIsTooLong() throws Exception {
    // Given
    publisher.on("/many", "HTTP/1.1 200 OK\r\n" + "X-A: b\r\n".repeat(60) + "\r\n");
    publisher.on("/long", "HTTP/1.1 200 OK\r\nX-A: " + "b".repeat(5_000) + "\r\n\r\n");

    // When / Then
    assertThat(failure("http://paper.example/many").problem()).isEqualTo(Problem.TOO_LARGE);
    assertThat(failure("http://paper.example/long").problem()).isEqualTo(Problem.TOO_LARGE);
  }

  @Test
  void shouldKeepWhatCameWhenBodyIsShorterThanAnnounced() throws Exception {
    // Given
    publisher.on("/feed", head(200, "Content-Length: 1000") + "half of it");

    // When
    Response response = (Response) fetch("http://paper.example/feed");

    // Then
    assertThat(text(response)).isEqualTo("half of it");
    assertThat(response.cut()).isTrue();
  }

  @Test
  void shouldKeepWhatCameWhenChunksAreGarbage() throws Exception {
    // Given
    publisher.on("/feed", head(200, "Transfer-Encoding: chunked") + "4\r\nnews\r\nzz\r\nmore");

    // When
    Response response = (Response) fetch("http://paper.example/feed");

    // Then
    assertThat(text(response)).isEqualTo("news");
    assertThat(response.cut()).isTrue();
  }

  @Test
  void shouldFailWhenAnswerIsNotHttp() throws Exception {
    // Given
    publisher.on("/feed", "SSH-2.0-x\r\n");

    // When / Then
    assertThat(failure("http://paper.example/feed").problem()).isEqualTo(Problem.NOT_HTTP);
  }

  @Test
  void shouldFollowAndTellWhenRedirected() throws Exception {
    // Given
    publisher.redirect("/old", 301, "moved").redirect("/moved", 302, "//paper.example/new?a=b#c");
    publisher.on("/new?a=b", ok("here"));

    // When
    Response response = (Response) fetch("http://paper.example/old");

    // Then
    assertThat(text(response)).isEqualTo("here");
    assertThat(response.redirects())
        .extracting(Redirect::status, redirect -> redirect.to().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(301, "http://paper.example/moved"),
            org.assertj.core.groups.Tuple.tuple(302, "http://paper.example/new?a=b"));
  }

  @Test
  void shouldStopWhenRedirectsHaveNoEnd() throws Exception {
    // Given
    publisher.redirect("/a", 302, "/b").redirect("/b", 302, "/a");

    // When / Then
    assertThat(failure("http://paper.example/a").problem()).isEqualTo(Problem.TOO_MANY_REDIRECTS);
    assertThat(publisher.requests()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://0x7f000001/",
        "http://017700000001/",
        "http://2130706433/",
        "http://127.0.0.1./",
        "http://\u2460\u2461\u2466.0.0.1/",
        "http://0/",
        "http://localhost/",
        "http://user@localhost/",
        "http://paper.example@localhost/",
        "http://10.0.0.1/",
        "http://172.20.3.4/",
        "http://192.168.0.1/",
        "http://100.64.0.1/",
        "http://100.100.100.200/",
        "http://168.63.129.16/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b::169.254.169.254]/",
        "http://[64:ff9b:1::1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:53aa:64c::]/",
        "http://[fe80::1]/",
        "http://[fd00:ec2::254]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://[2606:4700::5efe:7f00:1]/",
        "http://[::ffff:0:127.0.0.1]/",
        "http://inner.example/",
        "ftp://paper.example/",
        "file:///etc/passwd",
        "gopher://paper.example/",
        "javascript:alert(1)",
        "http://[fe80::1%25eth0]/",
        "http:///",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/"
      })
  void shouldAttemptNothingWhenRedirectLeadsInside(String location) throws Exception {
    // Given
    publisher.on(
        "/feed",
        (request, out) ->
            out.write(
                head(302, "Location: " + location, "Content-Length: 0")
                    .getBytes(StandardCharsets.UTF_8)));

    // When
    Failure failure = failure("http://paper.example/feed");

    // Then
    assertThat(failure.problem()).isIn(Problem.FORBIDDEN, Problem.UNREACHABLE);
    assertThat(recorder.attempts()).isEmpty();
    assertThat(publisher.requests()).hasSize(1);
  }

  @Test
  void shouldAttemptPublicAddressesOnlyWhenHostHasOthersToo() throws Exception {
    // Given
    NameServer names =
        host -> List.of(address(127, 0, 0, 1), address(8, 8, 4, 4), address(10, 0, 0, 1));

    // When
    Answer answer = fetch(config(LIMITS), names, FetchRequest.of("http://mixed.example/", "*/*"));

    // Then
    assertThat(((Failure) answer).problem()).isEqualTo(Problem.UNREACHABLE);
    assertThat(recorder.attempts()).containsExactly("8.8.4.4");
  }

  @Test
  void shouldAttemptNothingWhenDnsAnswerChangesBetweenLookups() throws Exception {
    // Given
    publisher.redirect("/feed", 302, "/again");
    Deque<InetAddress> answers = new ArrayDeque<>();
    answers.add(publicAddress());
    NameServer names =
        host -> List.of(answers.isEmpty() ? address(169, 254, 169, 254) : answers.remove());

    // When
    Answer answer =
        fetch(config(LIMITS), names, FetchRequest.of("http://rebind.example/feed", "*/*"));

    // Then
    assertThat(((Failure) answer).problem()).isEqualTo(Problem.FORBIDDEN);
    assertThat(recorder.attempts()).isEmpty();
  }

  @Test
  void shouldRefuseAtConnectTimeWhenAddressWasNotResolvedByUs() {
    // Given
    AddressGuard guard = new AddressGuard(FetcherTest::names, LocalPermission.NONE);
    GuardedSocket socket = new GuardedSocket(guard, recorder);

    // When / Then
    assertThatThrownBy(
            () -> socket.connect(new java.net.InetSocketAddress(address(127, 0, 0, 1), 80), 1_000))
        .hasMessageContaining("forbidden address 127.0.0.1 (loopback)");
    assertThat(recorder.attempts()).isEmpty();
  }

  @Test
  void shouldReachLocalHostWhenItIsAllowedByName() throws Exception {
    // Given
    publisher.on("/feed", ok("local news"));
    Recorder loopback = recorder.route(address(127, 0, 0, 1));
    FetchConfig config =
        new FetchConfig(
            Optional.empty(), List.of("inner.example"), Duration.ZERO, LIMITS, Optional.empty());

    // When
    Answer allowed =
        fetch(config, FetcherTest::names, FetchRequest.of("http://inner.example/feed", "*/*"));
    Answer other =
        fetch(config, FetcherTest::names, FetchRequest.of("http://localhost/feed", "*/*"));

    // Then
    assertThat(text((Response) allowed)).isEqualTo("local news");
    assertThat(((Failure) other).problem()).isEqualTo(Problem.FORBIDDEN);
    assertThat(loopback.attempts()).isEmpty();
  }

  @Test
  void shouldKeepCredentialsFromOtherHostsWhenRedirected() throws Exception {
    // Given
    publisher.redirect("/feed", 302, "/same").redirect("/same", 302, "http://other.example/feed2");
    publisher.redirect("/feed2", 302, "http://paper.example/back").on("/back", ok(""));

    // When
    fetch("http://reader:secret@paper.example/feed");

    // Then
    assertThat(publisher.requests())
        .extracting(request -> request.path() + " " + request.fields().get("authorization"))
        .containsExactly(
            "/feed Basic cmVhZGVyOnNlY3JldA==",
            "/same Basic cmVhZGVyOnNlY3JldA==",
            "/feed2 null",
            "/back null");
  }

  @Test
  void shouldKeepNoCookiesWhenPublisherSetsThem() throws Exception {
    // Given
    publisher.on(
        "/feed", head(302, "Set-Cookie: id=1; Path=/", "Location: /next", "Content-Length: 0"));
    publisher.on("/next", ok(""));

    // When
    fetch("http://paper.example/feed");

    // Then
    assertThat(publisher.requests()).hasSize(2);
    assertThat(publisher.requests()).noneMatch(request -> request.fields().containsKey("cookie"));
  }

  private Answer fetch(String address) throws InterruptedException {
    return fetch(FetchRequest.of(address, FetchRequest.FEEDS));
  }

  private Answer fetch(FetchRequest request) throws InterruptedException {
    return fetch(config(LIMITS), FetcherTest::names, request);
  }

  private Answer fetch(FetchConfig config, NameServer names, FetchRequest request)
      throws InterruptedException {
    HostTurns turns = new HostTurns(config.hostInterval());
    try (Fetcher fetcher = new Fetcher(config, turns, names, recorder)) {
      return fetcher.fetch(request);
    }
  }

  private Failure failure(String address) throws InterruptedException {
    return (Failure) fetch(address);
  }

  private Problem impatient(String address) throws InterruptedException {
    FetchLimits brief =
        new FetchLimits(1_000, 1_000, 5, 50, 1_000, Duration.ofMinutes(2), Duration.ofMillis(500));
    return ((Failure) fetch(config(brief), FetcherTest::names, FetchRequest.of(address, "*/*")))
        .problem();
  }

  private static FetchConfig config(FetchLimits limits) {
    return new FetchConfig(
        Optional.of("desk@newsroom.example"), List.of(), Duration.ZERO, limits, Optional.empty());
  }

  private static List<InetAddress> names(String host) throws UnknownHostException {
    return switch (host) {
      case "paper.example", "other.example" -> List.of(publicAddress());
      case "inner.example", "localhost" -> List.of(address(127, 0, 0, 1));
      default -> throw new UnknownHostException(host);
    };
  }

  private static InetAddress publicAddress() {
    return bytes(PUBLIC);
  }

  private static InetAddress address(int a, int b, int c, int d) {
    return bytes(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
  }

  private static InetAddress bytes(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Response response) {
    return new String(response.body().get(), StandardCharsets.UTF_8);
  }

  private static void write(OutputStream out, String text) throws java.io.IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
