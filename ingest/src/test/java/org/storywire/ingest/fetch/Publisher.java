package org.storywire.ingest.fetch;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A web server on loopback that answers byte for byte as a test says, and remembers requests. */
public final class Publisher implements AutoCloseable {

  /** A request as it came; names of fields in small letters. */
  public record Request(String path, Map<String, String> fields) {}

  /** Writes whatever it likes to the connection. */
  public interface Behaviour {
    void answer(Request request, OutputStream out) throws IOException;
  }

  private final ServerSocket server;
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private Publisher(ServerSocket server) {
    this.server = server;
  }

  public static Publisher open() {
    return open(ServerSocketFactory.getDefault());
  }

  /** A server that speaks TLS. */
  static Publisher open(SSLContext context) {
    return open(context.getServerSocketFactory());
  }

  private static Publisher open(ServerSocketFactory sockets) {
    try {
      Publisher publisher =
          new Publisher(
              sockets.createServerSocket(
                  0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
      publisher.inThread(publisher::accept);
      return publisher;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  public Publisher on(String path, Behaviour behaviour) {
    behaviours.put(path, behaviour);
    return this;
  }

  /** Answers always the same. */
  public Publisher on(String path, String answer) {
    byte[] bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
    return on(path, (request, out) -> out.write(bytes));
  }

  public Publisher redirect(String path, int status, String location) {
    return on(path, head(status, "Location: " + location, "Content-Length: 0"));
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Holds a connection open until the server closes. */
  public void hang() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static String head(int status, String... fields) {
    return "HTTP/1.1 " + status + " x\r\n" + String.join("\r\n", fields) + "\r\n\r\n";
  }

  public static String ok(String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return head(200, "Content-Type: text/plain", "Content-Length: " + length) + body;
  }

  public static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        inThread(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      String line = in.readLine();
      if (line == null) {
        return;
      }
      Map<String, String> fields = new TreeMap<>();
      for (String field = in.readLine(); !field.isEmpty(); field = in.readLine()) {
        int colon = field.indexOf(':');
        fields.put(
            field.substring(0, colon).toLowerCase(Locale.ROOT), field.substring(colon + 1).strip());
      }
      Request request = new Request(line.split(" ")[1], fields);
      requests.add(request);
      Behaviour behaviour =
          behaviours.getOrDefault(
              request.path(),
              (r, out) ->
                  out.write(head(404, "Content-Length: 0").getBytes(StandardCharsets.UTF_8)));
      behaviour.answer(request, socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // The reader went away.
    }
  }

  private void inThread(Runnable task) {
    Thread thread = new Thread(task, "publisher");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
