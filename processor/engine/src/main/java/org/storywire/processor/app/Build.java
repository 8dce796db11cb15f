package org.storywire.processor.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * What is running.
 *
 * @param version version of storywire
 * @param commit abbreviated commit it was built from; "unknown" where there was no history
 * @param kafka version of the Kafka clients
 * @param java version of the Java runtime
 */
public record Build(String version, String commit, String kafka, String java) {

  private static final String UNKNOWN = "unknown";

  /** This build, as Maven wrote it beside the classes, in this JVM. */
  public static Build current() {
    Properties build = new Properties();
    try (InputStream file = Build.class.getResourceAsStream("build.properties")) {
      build.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read build.properties", e);
    }
    return new Build(
        known(build.getProperty("version")),
        known(build.getProperty("commit")),
        AppInfoParser.getVersion(),
        Runtime.version().toString());
  }

  /** Maven leaves a property in place that it does not know. */
  private static String known(String value) {
    return value == null || value.startsWith("${") ? UNKNOWN : value;
  }

  @Override
  public String toString() {
    return "storywire "
        + version
        + " (commit "
        + commit
        + ", Kafka "
        + kafka
        + ", Java "
        + java
        + ")";
  }
}
