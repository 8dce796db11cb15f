package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.broker.SecureBroker;
import org.storywire.processor.app.ProcessorApp;
import org.storywire.processor.app.Settings;
import org.storywire.processor.monitor.Monitor;
import org.storywire.processor.monitor.MonitorConfig;
import org.storywire.schemas.Cluster;

/**
 * Every command against a broker that demands TLS and a password, each as a user of its own with no
 * more rights than the README lists.
 */
class SecuredClusterIT {

  private static final String CORPUS = "src/main/resources/sample-corpus/articles.jsonl";
  private static final Map<String, String> PASSWORDS =
      Map.of(
          "operator", "open-4-operator",
          "ingest", "open-4-ingest",
          "processor", "open-4-processor",
          "reader", "open-4-reader",
          "redriver", "open-4-redriver");

  private static final String ARTICLE =
      """
      {"id":"night-train-1","source":"rail.example","url":"https://rail.example/night-train",\
      "title":"Night train derails outside Morven","published":"2026-03-08T21:00:00Z",\
      "body":"The night train from Averin left the rails outside Morven on Sunday with ninety \
      passengers on board. Nobody was badly hurt, the railway said, and buses took people home."}
      """;

  @TempDir private Path directory;
  private SecureBroker broker;
  private final StringWriter out = new StringWriter();
  private final StringWriter error = new StringWriter();

  @BeforeEach
  void start() throws Exception {
    broker = SecureBroker.start(Files.createDirectory(directory.resolve("broker")), PASSWORDS);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.adminServers()))) {
      admin.createAcls(Rights.ofUsers()).all().get();
    }
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void shouldWorkWithThoseRightsAndPasswordsFromFiles() throws Exception {
    // Given
    assertThat(run("topics", "create", "-c", settings("operator"))).as("%s%s", out, error).isZero();
    assertThat(run("ingest", "-c", settings("ingest"), CORPUS)).as("%s%s", out, error).isZero();
    Settings settings =
        Settings.load(Optional.of(Path.of(settings("processor"))), Map.of(), Map.of());
    try (ProcessorApp processor = new ProcessorApp(settings)) {
      processor.start();
      Await.until("the processor", () -> processor.state() == KafkaStreams.State.RUNNING);

      // When
      int tailed = run("tail", "-c", settings("reader"), "--from-beginning", "--limit", "3");
      Await.until(
          "the dead letter to be sent back",
          () ->
              run("redrive", "-c", settings("redriver")) == 0
                  && out.toString().contains("1 chosen, 1 sent"));
      Await.until(
          "the article to be explained",
          () -> run("explain", "-c", settings("reader"), "harbor-bridge-01-ledger") == 0);
      int stories = storiesInMonitor();
      String delivered = deliveredToAWebhook();

      // Then
      assertThat(processor.failure()).isEmpty();
      assertThat(tailed).isZero();
      assertThat(stories).isPositive();
      assertThat(delivered).contains("Night train derails");
      assertThat(out.toString()).contains("7 topics are as defined").contains("OPENED");
    }
    assertThat(error.toString()).doesNotContain("Exception");
    assertThat(out.toString() + error + settings).doesNotContain("open-4-");
  }

  @Test
  void shouldSayWhatIsRefusedAndShowNoPasswordWhenOneIsWrong() throws Exception {
    // Given
    Path wrong = directory.resolve("wrong-client.properties");
    Files.write(wrong, broker.clientProperties("reader", "open-4-nobody"));

    // When
    int code = run("tail", "-b", broker.bootstrapServers(), "-s", "kafka.config=" + wrong);

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(error.toString())
        .contains("unable to read news.story-updates.v1")
        .contains("Authentication failed")
        .doesNotContain("open-4-nobody");
  }

  private int storiesInMonitor() throws Exception {
    try (Monitor monitor = monitor(Optional.empty())) {
      return new ObjectMapper()
          .readTree(Http.get(monitor.port(), "/api/stories").orElseThrow().body())
          .get("stories")
          .size();
    }
  }

  /** What a webhook is told of an article that comes after it was set up. */
  private String deliveredToAWebhook() throws Exception {
    Path article = directory.resolve("late.jsonl");
    Files.writeString(article, ARTICLE);
    Path secret = directory.resolve("webhook-secret");
    Files.writeString(secret, "open-4-the-webhook");
    BlockingQueue<String> delivered = new LinkedBlockingQueue<>();
    HttpServer target =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.createContext(
        "/",
        exchange -> {
          try (exchange) {
            delivered.add(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
          }
        });
    target.start();
    Path webhooks = directory.resolve("webhooks.properties");
    Files.write(
        webhooks,
        List.of(
            "desk.url=http://127.0.0.1:" + target.getAddress().getPort() + "/",
            "desk.secret-file=" + secret));
    try (Monitor monitor = monitor(Optional.of(webhooks));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.adminServers()))) {
      Await.until(
          "the webhook to have its place",
          () ->
              !admin
                  .listConsumerGroupOffsets("storywire-webhook-desk")
                  .partitionsToOffsetAndMetadata()
                  .get()
                  .isEmpty());
      assertThat(run("ingest", "-c", settings("ingest"), article.toString())).isZero();
      return delivered.poll(60, TimeUnit.SECONDS);
    } finally {
      target.stop(0);
    }
  }

  private Monitor monitor(Optional<Path> webhooks) throws Exception {
    Cluster cluster =
        Settings.load(Optional.of(Path.of(settings("reader"))), Map.of(), Map.of()).cluster();
    return StartedMonitor.of(cluster, webhooks, MonitorConfig.DEFAULT_MAX_UPDATES);
  }

  /** A settings file, beside it a client file, beside it the password. */
  private String settings(String user) throws Exception {
    Path secrets = Files.createDirectories(directory.resolve(user));
    Files.writeString(secrets.resolve("password"), PASSWORDS.get(user));
    Path client = secrets.resolve("client.properties");
    Files.write(client, broker.clientProperties(user, "${directory:" + secrets + ":password}"));
    Path settings = secrets.resolve("storywire.properties");
    Files.write(
        settings,
        List.of(
            "bootstrap.servers=" + broker.bootstrapServers(),
            "ingest.rate=200",
            "state.dir=" + directory.resolve("state"),
            "kafka.config=" + client));
    return settings.toString();
  }

  private int run(String... arguments) {
    return Storywire.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(error, true))
        .execute(arguments);
  }
}
