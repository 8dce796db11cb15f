package org.storywire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.ingest.fetch.Answer.Failure;
import org.storywire.ingest.fetch.Answer.Problem;
import org.storywire.ingest.fetch.Answer.Response;

/** A publisher on loopback that speaks TLS as {@code paper.example}, with certificates of ours. */
class HttpsTest {

  private static final char[] PASSWORD = "only-a-test".toCharArray();

  @TempDir private static Path directory;

  @BeforeAll
  static void makeCertificates() throws Exception {
    keytool("authority", "-genkeypair -keyalg EC -dname CN=Authority -ext bc:c=ca:true");
    keytool("authority", "-exportcert -rfc -file " + authority());
    sign("good", "paper.example", "-1d", 30);
    sign("expired", "paper.example", "-30d", 10);
    sign("other", "other.example", "-1d", 30);
  }

  @Test
  void shouldReadFeedWhenOperatorTrustsItsAuthority() throws Exception {
    // When
    Answer answer = fetch("good", Optional.of(authority()));

    // Then
    assertThat(answer).isInstanceOf(Response.class);
    assertThat(new String(((Response) answer).body().get(), StandardCharsets.UTF_8))
        .isEqualTo("news");
  }

  @Test
  void shouldRefuseWhenNobodyTrustsTheAuthority() throws Exception {
    // When / Then
    assertThat(refusal(fetch("good", Optional.empty()))).contains("certification path");
  }

  @Test
  void shouldRefuseWhenCertificateHasExpired() throws Exception {
    // When / Then
    assertThat(refusal(fetch("expired", Optional.of(authority())))).contains("validity");
  }

  @Test
  void shouldRefuseWhenCertificateIsOfAnotherHost() throws Exception {
    // When / Then
    assertThat(refusal(fetch("other", Optional.of(authority())))).contains("paper.example");
  }

  @Test
  void shouldNameSettingWhenFileHoldsNoCertificate() throws Exception {
    // Given
    Path file = Files.writeString(directory.resolve("empty.pem"), "");

    // When / Then
    assertThatThrownBy(() -> TrustedCertificates.with(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fetch.trusted-certificates")
        .hasMessageContaining("empty.pem");
  }

  private static String refusal(Answer answer) {
    assertThat(answer).isInstanceOf(Failure.class);
    assertThat(((Failure) answer).problem()).isEqualTo(Problem.UNREACHABLE);
    return ((Failure) answer).reason();
  }

  private Answer fetch(String alias, Optional<Path> trusted) throws Exception {
    try (Publisher publisher = Publisher.open(server(alias))) {
      publisher.on("/feed", Publisher.ok("news"));
      FetchConfig config =
          FetchConfig.from(
              trusted.isEmpty()
                  ? Map.of()
                  : Map.of("fetch.trusted-certificates", trusted.get().toString()));
      Recorder recorder = new Recorder(publisher.port()).route(address());
      try (Fetcher fetcher =
          new Fetcher(config, new HostTurns(Duration.ZERO), host -> List.of(address()), recorder)) {
        return fetcher.fetch(FetchRequest.of("https://paper.example/feed", FetchRequest.FEEDS));
      }
    }
  }

  /** Makes a key pair, whose certificate the authority signs. */
  private static void sign(String alias, String host, String from, int days) throws Exception {
    keytool(
        alias,
        "-genkeypair -keyalg EC -signer authority -dname CN=%s -ext SAN=dns:%s -startdate %s -validity %d"
            .formatted(host, host, from, days));
  }

  private static void keytool(String alias, String arguments) throws Exception {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String store =
        " -alias %s -keystore %s -storetype PKCS12 -storepass %s"
            .formatted(alias, store(), new String(PASSWORD));
    Process process =
        new ProcessBuilder((tool + " " + arguments + store).split(" "))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static Path authority() {
    return directory.resolve("authority.pem");
  }

  private static Path store() {
    return directory.resolve("keys.p12");
  }

  private static SSLContext server(String alias) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store())) {
      store.load(in, PASSWORD);
    }
    for (String other : Collections.list(store.aliases())) {
      if (!other.equals(alias)) {
        store.deleteEntry(other);
      }
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static InetAddress address() {
    try {
      return InetAddress.getByAddress(new byte[] {93, (byte) 184, (byte) 215, 14});
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
