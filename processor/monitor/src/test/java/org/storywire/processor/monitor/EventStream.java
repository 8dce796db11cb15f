package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client of the stream over a bare socket, so that it can be cut anywhere. */
final class EventStream implements AutoCloseable {

  /** An event with its name; id and data are empty if it has none. */
  record Event(String id, String name, String data) {}

  private final Socket socket;
  private final BufferedReader lines;

  EventStream(int port, String path, String lastEventId) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
    String request =
        "GET "
            + path
            + " HTTP/1.0\r\nHost: 127.0.0.1\r\n"
            + (lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n")
            + "\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String status = lines.readLine();
    assertThat(status).contains("200");
    while (!lines.readLine().isEmpty()) {
      // Headers.
    }
  }

  /** The next event that has a name. */
  Event next() throws IOException {
    String id = "";
    String name = "";
    String data = "";
    for (String line = lines.readLine(); ; line = lines.readLine()) {
      if (line == null) {
        throw new SocketException("the stream ended");
      }
      if (line.isEmpty()) {
        if (!name.isEmpty()) {
          return new Event(id, name, data);
        }
      } else if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      }
    }
  }

  void readPartOfNext(int characters) throws IOException {
    for (int i = 0; i < characters && lines.ready(); i++) {
      lines.read();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
