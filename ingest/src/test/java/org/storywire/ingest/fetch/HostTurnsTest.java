package org.storywire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostTurnsTest {

  /** Time that passes only while somebody waits. */
  private static final class FakeTime implements HostTurns.Waiting {
    private long now = Long.MAX_VALUE - 5;
    private final List<Duration> waits = new ArrayList<>();

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void sleep(HostTurns turns, long nanos) {
      waits.add(Duration.ofNanos(nanos));
      now += nanos;
    }
  }

  private final FakeTime time = new FakeTime();
  private final HostTurns turns = new HostTurns(Duration.ofMillis(500), time);

  @Test
  void shouldKeepIntervalWhenHostIsAskedAgain() throws Exception {
    // When
    ask("paper.example");
    ask("paper.example");
    ask("other.example");

    // Then
    assertThat(time.waits).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void shouldRefuseTurnWhenHostWantsALongPause() throws Exception {
    // Given
    turns.pause("paper.example", Duration.ofMinutes(10));

    // When / Then
    assertThat(turns.begin("paper.example")).isFalse();
    assertThat(turns.isFree("paper.example")).isFalse();
    assertThat(turns.isFree("other.example")).isTrue();
  }

  @Test
  void shouldNotBeFreeWhenAnotherRequestIsUnderWay() throws Exception {
    // When
    turns.begin("paper.example");
    time.now += Duration.ofSeconds(5).toNanos();

    // Then
    assertThat(turns.isFree("paper.example")).isFalse();
    turns.end("paper.example");
    assertThat(turns.isFree("paper.example")).isTrue();
  }

  private void ask(String host) throws InterruptedException {
    turns.begin(host);
    turns.end(host);
  }
}
