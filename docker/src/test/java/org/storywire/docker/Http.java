package org.storywire.docker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Asks a server on this machine. */
final class Http {

  private Http() {}

  /** The answer; empty if nobody listens. */
  static Optional<HttpResponse<String>> get(int port, String path)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    try {
      return Optional.of(
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()));
    } catch (ConnectException e) {
      return Optional.empty();
    }
  }

  /** Status and text of the answer, for example {@code 503 restoring …}. */
  static String line(int port, String path) throws IOException, InterruptedException {
    return get(port, path)
        .map(answer -> answer.statusCode() + " " + answer.body().strip())
        .orElse("nobody listens");
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
