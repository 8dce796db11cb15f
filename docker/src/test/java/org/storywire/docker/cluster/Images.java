package org.storywire.docker.cluster;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** The images that the tests run; where Docker does not answer, the tests are skipped. */
final class Images {

  /** The broker, with the protocol of its public image. */
  static final String KAFKA = "apache/kafka:4.3.1";

  private static final String REQUIRED = "STORYWIRE_CONTAINERS";
  private static final String TAG = "storywire:it";
  private static String built;

  private Images() {}

  /**
   * Skips the calling test where there is no Docker, or fails it where the environment says that
   * there must be: {@code STORYWIRE_CONTAINERS=required}.
   */
  static void requireDocker() {
    if (DockerClientFactory.instance().isDockerAvailable()) {
      return;
    }
    String reason = "no Docker engine answers, the tests in containers need one";
    if ("required".equals(System.getenv(REQUIRED))) {
      throw new IllegalStateException(reason + ", and " + REQUIRED + "=required");
    }
    abort(reason);
  }

  /** The storywire image of what Maven has just packaged. */
  static synchronized String storywire() {
    if (built == null) {
      run("images/build", "--tag", TAG);
      built = TAG;
    }
    return built;
  }

  private static void run(String script, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(arguments);
    builder.command().add(0, Path.of(script).toAbsolutePath().toString());
    try {
      Process process = builder.redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(script + " failed: " + output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to run " + script, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + script, e);
    }
  }
}
