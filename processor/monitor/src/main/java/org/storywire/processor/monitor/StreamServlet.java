package org.storywire.processor.monitor;

import io.javalin.http.HttpStatus;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * GET /api/stream. A servlet of its own rather than a handler: a stream outlives what the framework
 * keeps of a request, and ends when the connection does, at any moment.
 */
final class StreamServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int MOST_COLUMNS = 20;
  private static final int LONGEST_QUERY = 8_192;

  private final transient StreamHub hub;
  private final transient Access access;

  StreamServlet(StreamHub hub, Access access) {
    this.hub = hub;
    this.access = access;
  }

  /** A stream is opened by GET alone: anything else is answered at once and takes no place. */
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Answers.HEADERS.forEach(response::setHeader);
    Access.Decision decision =
        access.decide(
            request.getHeader("Host"),
            request.getHeader("Authorization"),
            cookie(request),
            request.getParameter("token"));
    if (decision instanceof Access.Decision.Refuse refusal) {
      refuse(response, refusal.status(), refusal.why());
      return;
    }
    if (!request.getMethod().equals("GET")) {
      response.setHeader("Allow", "GET");
      refuse(response, HttpStatus.METHOD_NOT_ALLOWED, "expected GET");
      return;
    }
    if (request.getQueryString() != null && request.getQueryString().length() > LONGEST_QUERY) {
      refuse(
          response, HttpStatus.URI_TOO_LONG, "expected at most " + LONGEST_QUERY + " characters");
      return;
    }
    try {
      open(request, response);
    } catch (IllegalArgumentException e) {
      refuse(response, HttpStatus.BAD_REQUEST, e.getMessage());
    }
  }

  private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Map<String, List<String>> parameters = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
    List<String> columns = parameters.getOrDefault("c", List.of());
    if (columns.size() > MOST_COLUMNS) {
      throw new IllegalArgumentException("c was given more than " + MOST_COLUMNS + " times");
    }
    List.of("c", "since", "token").forEach(parameters::remove);
    StreamHub.Wish wish =
        new StreamHub.Wish(Query.parse(parameters), columns.stream().map(Query::parse).toList());
    String named =
        Stream.of(request.getHeader("Last-Event-ID"), request.getParameter("since"))
            .filter(value -> value != null && !value.isEmpty())
            .findFirst()
            .orElse("");
    Optional<Position> since = Position.parse(named);
    if (!hub.reserve()) {
      response.setHeader("Retry-After", "30");
      refuse(response, HttpStatus.SERVICE_UNAVAILABLE, "too many readers");
      return;
    }
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext connection = request.startAsync();
    connection.setTimeout(0);
    hub.open(connection, wish, since, since.isEmpty() && !named.isEmpty());
  }

  private static String cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    return Stream.of(cookies)
        .filter(cookie -> cookie.getName().equals(Access.COOKIE))
        .map(Cookie::getValue)
        .findFirst()
        .orElse(null);
  }

  private static void refuse(HttpServletResponse response, HttpStatus status, String why)
      throws IOException {
    response.setStatus(status.getCode());
    response.setContentType("application/json");
    response
        .getOutputStream()
        .write(
            MonitorJson.bytes(
                json -> {
                  json.writeStartObject();
                  json.writeStringField("error", SafeText.of(why, 500));
                  json.writeEndObject();
                }));
  }
}
