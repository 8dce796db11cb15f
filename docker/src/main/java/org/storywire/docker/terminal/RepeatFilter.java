package org.storywire.docker.terminal;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a message of the log pass once a minute. Kafka's clients say several times a second that a
 * broker is away; whoever reads the log wants to know it once, and how often meanwhile. Messages
 * are the same if their pattern is, whatever it is filled with. Safe for threads.
 */
public final class RepeatFilter extends Filter<ILoggingEvent> {

  private static final long MINUTE_MILLIS = 60_000;
  private static final int MOST_PATTERNS = 500;

  /** Threads and clients put their names before Kafka's patterns. */
  private static final String KAFKA = "org.apache.kafka.";

  private static final Logger LOG = LoggerFactory.getLogger(RepeatFilter.class);

  /** When a pattern was last let pass [ms since epoch], and how often it was not since. */
  private record Said(long at, long suppressed) {}

  private final Map<String, Said> said =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Said> eldest) {
          return size() > MOST_PATTERNS;
        }
      };

  @Override
  public synchronized FilterReply decide(ILoggingEvent event) {
    if (!event.getLoggerName().startsWith(KAFKA)) {
      return FilterReply.NEUTRAL;
    }
    String pattern = event.getLevel() + event.getLoggerName() + withoutPrefix(event.getMessage());
    Said before = said.remove(pattern);
    if (before != null && event.getTimeStamp() - before.at() < MINUTE_MILLIS) {
      said.put(pattern, new Said(before.at(), before.suppressed() + 1));
      return FilterReply.DENY;
    }
    said.put(pattern, new Said(event.getTimeStamp(), 0));
    if (before != null && before.suppressed() > 0) {
      LOG.warn("{} more messages like the next one since the last", before.suppressed());
    }
    return FilterReply.NEUTRAL;
  }

  private static String withoutPrefix(String message) {
    int end = message.startsWith("[") ? message.indexOf("] ") : -1;
    return end < 0 ? message : message.substring(end + 2);
  }
}
