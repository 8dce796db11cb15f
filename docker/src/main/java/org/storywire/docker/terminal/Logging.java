package org.storywire.docker.terminal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much is told on standard error. The rest is in {@code logback.xml}. */
public final class Logging {

  private Logging() {}

  /** Tells what Kafka tells its operators, and our own details. */
  public static void tellMore() {
    level("org.apache.kafka", Level.INFO);
    level("kafka", Level.INFO);
    level("org.storywire", Level.DEBUG);
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.iteratorForAppenders().forEachRemaining(appender -> appender.clearAllFilters());
    }
  }

  /**
   * Tells only of trouble, unless more was asked for: for commands whose own output is what a
   * person wants to see. A broker that starts and stops in this process warns of things that are as
   * they should be.
   */
  public static void tellTroubleOnly() {
    if (LoggerFactory.getLogger("org.storywire").isDebugEnabled()) {
      return;
    }
    level("org.storywire", Level.WARN);
    level("org.apache.kafka", Level.ERROR);
    level("kafka", Level.ERROR);
  }

  private static void level(String name, Level level) {
    if (LoggerFactory.getLogger(name) instanceof Logger logger) {
      logger.setLevel(level);
    }
  }
}
