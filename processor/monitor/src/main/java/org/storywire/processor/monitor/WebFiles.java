package org.storywire.processor.monitor;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The page's own files, from the jar: nothing else can be named. */
final class WebFiles {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}\\.(js|css|svg)");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  /** Answers with the page. */
  void page(Context ctx) {
    Answers.send(ctx, "text/html; charset=utf-8", file("index.html"));
  }

  /** Answers with the script, style sheet or picture that the path names. */
  void asset(Context ctx) {
    String name = ctx.pathParam("file");
    if (!NAME.matcher(name).matches()) {
      throw new NotFoundResponse("no such file");
    }
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    Answers.send(ctx, type, file(name));
  }

  private byte[] file(String name) {
    return files.computeIfAbsent(name, WebFiles::read);
  }

  private static byte[] read(String name) {
    try (InputStream stream = WebFiles.class.getResourceAsStream("web/" + name)) {
      if (stream == null) {
        throw new NotFoundResponse("no such file");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read web/" + name, e);
    }
  }
}
