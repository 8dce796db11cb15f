package org.storywire.processor.monitor;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: routes, limits and what surrounds every answer. */
final class MonitorServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MonitorServer.class);

  /** Path of the stream. */
  static final String STREAM = "/api/stream";

  private static final Set<String> POSTED = Set.of("/api/overrides", "/api/ask", McpServer.PATH);
  private static final int LARGEST_BODY = 64 * 1024;
  private static final int LONGEST_URL = 4_096;
  private static final int LONGEST_HEADERS = 16 * 1024;

  private final Javalin javalin;
  private final String host;
  private final int port;

  MonitorServer(
      String host, int port, Api api, OverrideApi overrides, StreamHub hub, Access access) {
    this.host = host;
    this.port = port;
    this.javalin = Javalin.create(config -> configure(config, api, overrides, hub, access));
  }

  /** What the API answers to, by path; the stream apart. */
  static Map<String, Handler> apiRoutes(Api api, DeskApi desk) {
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put("/api/stories", api::stories);
    routes.put("/api/stories/{id}", api::story);
    routes.put("/api/articles/{id}", api::article);
    routes.put("/api/updates", api::updates);
    routes.put("/api/facets", api::facets);
    routes.put("/api/health", api::health);
    routes.put("/api/openapi.json", api::openApi);
    routes.put("/api/uncorrected", desk::uncorrected);
    routes.put("/api/review", desk::review);
    routes.put("/api/outlets", desk::outlets);
    routes.put("/api/ask", new AskApi(api.asking())::ask);
    routes.put("/api/feed.atom", ctx -> new Feeds(api.view()).atom(ctx));
    routes.put("/api/feed.json", ctx -> new Feeds(api.view()).json(ctx));
    return routes;
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
              + " can't be listened on, is it in use? Choose another by --port",
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

  private static void configure(
      JavalinConfig config, Api api, OverrideApi overrides, StreamHub hub, Access access) {
    config.startup.showJavalinBanner = false;
    config.http.maxRequestSize = LARGEST_BODY;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setRequestHeaderSize(LONGEST_HEADERS);
          http.setSendServerVersion(false);
          http.setSendXPoweredBy(false);
        });
    // Jetty's own page of an address that it can't read would repeat that address.
    config.jetty.modifyServer(server -> server.setErrorHandler(MonitorServer::sayStatusAlone));
    config.jetty.modifyServletContextHandler(
        context -> context.addServlet(new ServletHolder(new StreamServlet(hub, access)), STREAM));
    config.routes.before(
        ctx -> {
          Answers.HEADERS.forEach(ctx::header);
          checkForm(ctx);
        });
    config.routes.before(access::check);
    Map<String, Handler> routes = apiRoutes(api, overrides.desk(api));
    routes.put("/api/overrides", overrides::list);
    config.routes.post("/api/overrides", overrides::decide);
    config.routes.post("/api/ask", routes.get("/api/ask"));
    config.routes.post(McpServer.PATH, new McpServer(new McpTools(api))::answer);
    WebFiles files = new WebFiles();
    for (String page :
        new String[] {"/", "/columns", "/story/{id}", "/health", "/search", "/ask", "/desk"}) {
      routes.put(page, files::page);
    }
    routes.put("/assets/{file}", files::asset);
    routes.forEach(config.routes::get);
    routes.forEach(config.routes::head);
    config.routes.exception(
        IllegalArgumentException.class,
        (e, ctx) -> Answers.error(ctx, HttpStatus.BAD_REQUEST, e.getMessage()));
    config.routes.exception(
        HttpResponseException.class,
        (e, ctx) -> Answers.error(ctx, HttpStatus.forStatus(e.getStatus()), e.getMessage()));
    config.routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("unable to answer path={}", SafeText.of(ctx.path(), 200), e);
          Answers.error(ctx, HttpStatus.INTERNAL_SERVER_ERROR, "the monitor failed; see its log");
        });
  }

  private static boolean sayStatusAlone(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    Answers.HEADERS.forEach(response.getHeaders()::put);
    String text = HttpStatus.forStatus(response.getStatus()).getMessage() + "\n";
    Content.Sink.write(response, true, text, callback);
    return true;
  }

  /** A page on the web can't send JSON here without being asked for leave first; it gets none. */
  private static boolean isOwnJson(Context ctx) {
    String type = ctx.contentType() == null ? "" : ctx.contentType();
    String site = ctx.header("Sec-Fetch-Site") == null ? "none" : ctx.header("Sec-Fetch-Site");
    return type.split(";")[0].strip().equalsIgnoreCase("application/json")
        && (site.equals("same-origin") || site.equals("none"));
  }

  private static void checkForm(Context ctx) {
    boolean posts = ctx.method() == HandlerType.POST && POSTED.contains(ctx.path());
    boolean reads = ctx.method() == HandlerType.GET || ctx.method() == HandlerType.HEAD;
    boolean onlyPosted = ctx.path().equals(McpServer.PATH);
    if (!posts && (!reads || onlyPosted)) {
      ctx.header("Allow", onlyPosted ? "POST" : "GET, HEAD");
      Answers.error(
          ctx, HttpStatus.METHOD_NOT_ALLOWED, onlyPosted ? "expected POST" : "expected GET");
      ctx.skipRemainingHandlers();
      return;
    }
    if (posts && !isOwnJson(ctx)) {
      Answers.error(
          ctx,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "expected application/json from this server's own page, or from no page");
      ctx.skipRemainingHandlers();
      return;
    }
    String query = ctx.queryString() == null ? "" : ctx.queryString();
    if (ctx.path().length() + query.length() > LONGEST_URL) {
      Answers.error(
          ctx, HttpStatus.URI_TOO_LONG, "expected at most " + LONGEST_URL + " characters");
      ctx.skipRemainingHandlers();
    }
  }
}
