package org.storywire.docker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much is told on standard error. The rest is in {@code logback.xml}. */
final class Logging {

  private Logging() {}

  /** Tells what Kafka tells its operators, and our own details. */
  static void tellMore() {
    level("org.apache.kafka", Level.INFO);
    level("kafka", Level.INFO);
    level("org.storywire", Level.DEBUG);
  }

  private static void level(String name, Level level) {
    if (LoggerFactory.getLogger(name) instanceof Logger logger) {
      logger.setLevel(level);
    }
  }
}
