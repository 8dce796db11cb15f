package org.storywire.processor.app.ops;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;

/** HTTP for whoever runs an instance: plain text, read only. */
final class OpsServer implements AutoCloseable {

  private static final String TEXT = "text/plain; charset=utf-8";

  /**
   * What the pages tell.
   *
   * @param whyDead empty if the instance lives
   * @param whyNotReady empty if the instance is ready
   * @param topology description of the topology
   * @param metrics what to watch, in Prometheus's text format
   * @param allMetrics all that Kafka keeps, in the same format
   */
  record Pages(
      Supplier<Optional<String>> whyDead,
      Supplier<Optional<String>> whyNotReady,
      Supplier<String> topology,
      Supplier<String> metrics,
      Supplier<String> allMetrics) {}

  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(localhost|127(\\.\\d{1,3}){3}|\\[?::1]?)(:\\d+)?", Pattern.CASE_INSENSITIVE);

  private final Javalin javalin;
  private final String host;
  private final int port;

  OpsServer(String host, int port, Pages pages) {
    this.host = host;
    this.port = port;
    this.javalin = Javalin.create(config -> configure(config, host, pages));
  }

  /**
   * Begins to listen.
   *
   * @throws IllegalStateException if the port can't be had
   */
  void start() {
    try {
      javalin.start(host, port);
    } catch (JavalinException e) {
      throw new IllegalStateException(
          "port "
              + port
              + " of "
              + host
              + " can't be listened on, is it in use? Choose another by ops.port",
          e.getCause() == null ? e : e.getCause());
    }
  }

  /** Port listened on. */
  int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void configure(JavalinConfig config, String host, Pages pages) {
    config.startup.showJavalinBanner = false;
    config.http.maxRequestSize = 0;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendXPoweredBy(false);
        });
    // Jetty's own page of an address that it can't read would repeat that address.
    config.jetty.modifyServer(
        server ->
            server.setErrorHandler(
                (request, response, callback) -> {
                  Content.Sink.write(response, true, "error " + response.getStatus(), callback);
                  return true;
                }));
    if (LOOPBACK.matcher(host).matches()) {
      config.routes.before(OpsServer::refuseForeignNames);
    }
    config.routes.get("/live", ctx -> answer(ctx, pages.whyDead().get(), "live"));
    config.routes.get("/ready", ctx -> answer(ctx, pages.whyNotReady().get(), "ready"));
    config.routes.get("/topology", ctx -> ctx.contentType(TEXT).result(pages.topology().get()));
    config.routes.get("/metrics", ctx -> scrape(ctx, pages.metrics().get()));
    config.routes.get("/metrics/kafka", ctx -> scrape(ctx, pages.allMetrics().get()));
  }

  private static void scrape(Context ctx, String metrics) {
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics);
  }

  /** No page on the web may reach this port through a name of its own that resolves to it. */
  private static void refuseForeignNames(Context ctx) {
    String named = ctx.host() == null ? "" : ctx.host();
    if (!LOOPBACK.matcher(named).matches()) {
      ctx.status(HttpStatus.MISDIRECTED_REQUEST)
          .contentType(TEXT)
          .result("this port answers to loopback names only\n");
      ctx.skipRemainingHandlers();
    }
  }

  private static void answer(Context ctx, Optional<String> problem, String otherwise) {
    ctx.status(problem.isPresent() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
        .contentType(TEXT)
        .result(problem.orElse(otherwise) + "\n");
  }
}
