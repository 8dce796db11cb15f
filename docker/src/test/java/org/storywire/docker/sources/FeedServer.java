package org.storywire.docker.sources;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** Publishers on loopback: any path is a feed, whose items a test adds while it is read. */
public final class FeedServer implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, List<String>> items = new TreeMap<>();
  private final Map<String, Integer> requests = new TreeMap<>();
  private final Map<String, Integer> notModified = new TreeMap<>();

  private FeedServer(HttpServer server) {
    this.server = server;
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "feed-server");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::answer);
    server.start();
  }

  public static FeedServer open() {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return new FeedServer(HttpServer.create(new InetSocketAddress(loopback, 0), 50));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Address of a feed. */
  public String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  public synchronized void publish(String path, String id, String title, String text) {
    items
        .computeIfAbsent(path, unused -> new ArrayList<>())
        .add(
            0,
            "<item><guid>%s</guid><link>https://paper.example/%s</link><title>%s</title><description>%s</description></item>"
                .formatted(id, id, title, text));
  }

  public synchronized int requests(String path) {
    return requests.getOrDefault(path, 0);
  }

  public synchronized int notModified(String path) {
    return notModified.getOrDefault(path, 0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.merge(path, 1, Integer::sum);
    List<String> current = items.getOrDefault(path, List.of());
    String tag = "\"v" + current.size() + "\"";
    exchange.getResponseHeaders().set("ETag", tag);
    try (exchange) {
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
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
