package org.storywire.docker.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

class RepeatFilterTest {

  private static final String AWAY = "[Consumer clientId=%s] Connection to node {} failed";

  private final RepeatFilter filter = new RepeatFilter();

  @Test
  void shouldPassOnceAMinuteWhenKafkaSaysTheSameForManyClients() {
    assertThat(decide("org.apache.kafka.clients.NetworkClient", AWAY.formatted("a"), 0))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(decide("org.apache.kafka.clients.NetworkClient", AWAY.formatted("b"), 59_999))
        .isEqualTo(FilterReply.DENY);
    assertThat(decide("org.apache.kafka.clients.NetworkClient", AWAY.formatted("a"), 60_000))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(decide("org.apache.kafka.clients.NetworkClient", AWAY.formatted("b"), 60_001))
        .isEqualTo(FilterReply.DENY);
  }

  @Test
  void shouldPassWhenMessagesDifferOrAreOurs() {
    assertThat(decide("org.apache.kafka.clients.NetworkClient", AWAY.formatted("a"), 0))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(decide("org.apache.kafka.clients.NetworkClient", "[a] Something else", 1))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(decide("org.storywire.Ours", "state {}", 2)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(decide("org.storywire.Ours", "state {}", 3)).isEqualTo(FilterReply.NEUTRAL);
  }

  private FilterReply decide(String logger, String message, long at) {
    LoggingEvent event = new LoggingEvent();
    event.setLoggerName(logger);
    event.setLevel(Level.WARN);
    event.setMessage(message);
    event.setTimeStamp(at);
    return filter.decide(event);
  }
}
