package org.storywire.docker.bench.feeds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Publishers on loopback: any path is a feed, to which items are added while it is read. */
public final class FeedServer implements AutoCloseable {

  private static final int BACKLOG = 50;
  private static final Duration SLOWEST = Duration.ofMillis(200);

  /** Of ten requests for a feed in trouble, the one that is refused and the one sent elsewhere. */
  private static final int REFUSED = 3;

  private static final int ELSEWHERE = 6;
  private static final int TURN = 10;

  private final List<HttpServer> servers = new ArrayList<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "feed-server");
            thread.setDaemon(true);
            return thread;
          });
  private final boolean troubled;
  private final Map<String, List<String>> items = new HashMap<>();
  private final Map<String, Integer> requests = new HashMap<>();
  private final Map<String, Integer> notModified = new HashMap<>();
  private final Map<String, List<String>> unserved = new HashMap<>();
  private final Map<String, Long> served = new HashMap<>();

  private FeedServer(int hosts, boolean troubled) {
    this.troubled = troubled;
    for (int host = 1; host <= hosts; host++) {
      servers.add(serve(host));
    }
  }

  private HttpServer serve(int host) {
    try {
      InetAddress loopback =
          InetAddress.getByAddress(new byte[] {127, 0, (byte) (host >> 8), (byte) host});
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), BACKLOG);
      server.setExecutor(threads);
      server.createContext("/", this::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("unable to serve feeds on loopback", e);
    }
  }

  /** One publisher, 127.0.0.1, that answers at once. */
  public static FeedServer open() {
    return new FeedServer(1, false);
  }

  /**
   * Publishers that take up to 200 ms for an answer, refuse one request of ten for a feed, and send
   * one of ten elsewhere for this time.
   *
   * @param hosts from 127.0.0.1 on [1..65,000]
   */
  public static FeedServer troubled(int hosts) {
    return new FeedServer(hosts, true);
  }

  /** Address of a feed. */
  public String address(String path) {
    HttpServer server = servers.get(Math.floorMod(path.hashCode(), servers.size()));
    InetSocketAddress at = server.getAddress();
    return "http://" + at.getAddress().getHostAddress() + ":" + at.getPort() + path;
  }

  /** Adds an item to a feed, or a new form of it. */
  public synchronized void publish(String path, String id, String title, String text) {
    items
        .computeIfAbsent(path, unused -> new ArrayList<>())
        .add(
            0,
            "<item><guid>%s</guid><link>https://paper.example/%s</link><title>%s</title><description>%s</description></item>"
                .formatted(id, id, title, text));
    unserved.computeIfAbsent(path, unused -> new ArrayList<>()).add(id);
  }

  /** Requests for a feed so far. */
  public synchronized int requests(String path) {
    return requests.getOrDefault(path, 0);
  }

  /** Requests for all feeds so far. */
  public synchronized long requests() {
    return requests.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** Requests for a feed that were answered by 304. */
  public synchronized int notModified(String path) {
    return notModified.getOrDefault(path, 0);
  }

  /** When an item was first given to a reader [ns, of {@link System#nanoTime}]. */
  public synchronized OptionalLong servedAt(String id) {
    Long at = served.get(id);
    return at == null ? OptionalLong.empty() : OptionalLong.of(at);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean here = exchange.getRequestURI().getQuery() == null;
    int turn = count(path);
    try (exchange) {
      if (troubled) {
        long share = Math.floorMod(31L * path.hashCode() + 7L * turn, 100);
        LockSupport.parkNanos(SLOWEST.toNanos() * share / 100);
        if (turn % TURN == REFUSED) {
          exchange.sendResponseHeaders(503, -1);
          return;
        }
        if (turn % TURN == ELSEWHERE && here) {
          exchange.getResponseHeaders().set("Location", path + "?elsewhere");
          exchange.sendResponseHeaders(302, -1);
          return;
        }
      }
      send(exchange, path);
    }
  }

  private synchronized int count(String path) {
    return requests.merge(path, 1, Integer::sum);
  }

  private synchronized void send(HttpExchange exchange, String path) throws IOException {
    List<String> current = items.getOrDefault(path, List.of());
    String tag = "\"v" + current.size() + "\"";
    exchange.getResponseHeaders().set("ETag", tag);
    if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      notModified.merge(path, 1, Integer::sum);
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    byte[] body =
        ("<rss version=\"2.0\"><channel><title>Paper "
                + path
                + "</title>"
                + String.join("", current)
                + "</channel></rss>")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
    exchange.sendResponseHeaders(200, body.length);
    long now = System.nanoTime();
    List<String> fresh = unserved.remove(path);
    if (fresh != null) {
      fresh.forEach(id -> served.putIfAbsent(id, now));
    }
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }
}
