package org.storywire.processor.monitor;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.stream.Stream;

/** How answers are sent: with an entity tag, and headers that let a browser do very little. */
final class Answers {

  /** Set on every answer. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
              + " 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
              + " require-trusted-types-for 'script'; trusted-types 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Cache-Control",
          "no-cache",
          "Vary",
          "Accept-Encoding");

  private Answers() {}

  /** Sends JSON. */
  static void json(Context ctx, MonitorJson.Writer writer) {
    send(ctx, "application/json", MonitorJson.bytes(writer));
  }

  /** Sends bytes, or that the reader has them already. */
  static void send(Context ctx, String type, byte[] body) {
    String tag = tag(body);
    ctx.header("ETag", tag);
    String known = ctx.header("If-None-Match");
    if (known != null && names(known, tag)) {
      ctx.status(HttpStatus.NOT_MODIFIED);
    } else if (ctx.method() == HandlerType.HEAD) {
      ctx.contentType(type).header("Content-Length", Integer.toString(body.length));
    } else {
      ctx.contentType(type).result(body);
    }
  }

  /** Weak comparison (RFC 9110, section 8.8.3.2): a tag is the same with and without its mark. */
  private static boolean names(String known, String tag) {
    return known.strip().equals("*")
        || Stream.of(known.split(",")).anyMatch(one -> opaque(one.strip()).equals(opaque(tag)));
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  /** Sends what went wrong, as JSON. */
  static void error(Context ctx, HttpStatus status, String message) {
    byte[] body =
        MonitorJson.bytes(
            json -> {
              json.writeStartObject();
              json.writeStringField("error", SafeText.of(message, 500));
              json.writeEndObject();
            });
    ctx.status(status).contentType("application/json").result(body);
  }

  /** FNV-1a over the bytes, 64 bits: tells one answer from another, guards nothing. */
  private static String tag(byte[] body) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : body) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    // Weak, since compression on the way changes the bytes.
    return "W/\"" + Long.toHexString(hash) + "\"";
  }
}
