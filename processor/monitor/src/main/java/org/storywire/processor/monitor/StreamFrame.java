package org.storywire.processor.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** How events are written to a stream (WHATWG HTML, section "Server-sent events"). */
final class StreamFrame {

  private static final byte[] END = "\n\n".getBytes(UTF_8);

  private StreamFrame() {}

  /** An event of its own: what it is, JSON, and where the reader stands. */
  static void event(ByteArrayOutputStream out, String name, Position at, byte[] json) {
    out.writeBytes(("id: " + at.text() + "\nevent: " + name + "\ndata: ").getBytes(UTF_8));
    out.writeBytes(json);
    out.writeBytes(END);
  }

  /** An update; {@code columns} are the numbers of the queries that want it, null if not asked. */
  static void update(ByteArrayOutputStream out, UpdateLog.Entry entry, String columns) {
    byte[] json = entry.update().json();
    out.writeBytes(entry.head());
    if (columns == null) {
      out.write(json, 0, json.length);
    } else {
      out.writeBytes(("{\"columns\":[" + columns + "],").getBytes(UTF_8));
      out.write(json, 1, json.length - 1);
    }
    out.writeBytes(END);
  }

  /** Nothing but where the reader stands: keeps the connection alive and the position fresh. */
  static void beat(ByteArrayOutputStream out, Position at) {
    out.writeBytes((": still here\nid: " + at.text() + "\n\n").getBytes(UTF_8));
  }
}
