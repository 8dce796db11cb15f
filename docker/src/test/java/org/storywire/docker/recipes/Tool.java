package org.storywire.docker.recipes;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs of other languages, where they are installed. */
final class Tool {

  private static final String REQUIRED = "STORYWIRE_CLIENTS";
  private static final int MINUTES = 3;

  private Tool() {}

  /**
   * Skips the calling test, or fails it where the environment says that nothing may be missing:
   * {@code STORYWIRE_CLIENTS=required}.
   */
  static void missing(String what) {
    String reason = what + " is not there, the recipe needs it";
    if ("required".equals(System.getenv(REQUIRED))) {
      throw new IllegalStateException(reason + ", and " + REQUIRED + "=required");
    }
    abort(reason);
  }

  /** Whether a command ends well. */
  static boolean works(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command, e);
    }
  }

  /**
   * Runs a command until it has printed so many lines, or ends by itself. After three minutes it is
   * ended.
   *
   * @return lines of its output, at most {@code limit}
   */
  static List<String> lines(
      List<String> command, Path directory, Map<String, String> environment, int limit) {
    Path errors = directory.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    List<String> lines = new ArrayList<>();
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      // Ends a program that prints too little, so that reading its output ends, too.
      process
          .onExit()
          .orTimeout(MINUTES, TimeUnit.MINUTES)
          .exceptionally(
              late -> {
                process.destroyForcibly();
                return process;
              });
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        String line = out.readLine();
        while (line != null) {
          // kafkajs writes its log between the lines of the program.
          if (!line.startsWith("{\"level\"")) {
            lines.add(line);
          }
          line = lines.size() < limit ? out.readLine() : null;
        }
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to run " + command, e);
    }
    return lines;
  }
}
