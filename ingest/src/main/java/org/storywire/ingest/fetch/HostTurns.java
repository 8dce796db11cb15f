package org.storywire.ingest.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives requests to one host their turn: one at a time, and no two begin within the host's
 * interval. A publisher may have a host wait longer.
 */
public final class HostTurns {

  /** Hosts that are remembered before those that wait for nothing are forgotten. */
  private static final int ROOM = 10_000;

  private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();
  private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

  /** Tells and waits in time, so that tests need not. */
  interface Waiting {
    Waiting REAL =
        new Waiting() {
          @Override
          public long nanoTime() {
            return System.nanoTime();
          }

          @Override
          public void sleep(HostTurns turns, long nanos) throws InterruptedException {
            long millis = Duration.ofNanos(nanos).toMillis() + 1;
            turns.wait(millis);
          }
        };

    long nanoTime();

    /** Waits at most so long, with the monitor of the turns let go. */
    void sleep(HostTurns turns, long nanos) throws InterruptedException;
  }

  private static final class Host {
    private boolean busy;
    private long nextNanos;
  }

  private final Map<String, Host> hosts = new HashMap<>();
  private final long intervalNanos;
  private final Waiting waiting;

  /** Turns with a least time between the beginnings of two requests to a host. */
  public HostTurns(Duration interval) {
    this(interval, Waiting.REAL);
  }

  HostTurns(Duration interval, Waiting waiting) {
    this.intervalNanos = interval.toNanos();
    this.waiting = waiting;
  }

  /**
   * Waits for the host's turn, which the caller then must {@link #end}.
   *
   * @return false if the host wants us to wait for longer than a minute: it is not our turn then
   */
  synchronized boolean begin(String host) throws InterruptedException {
    Host state = hosts.computeIfAbsent(host, this::newHost);
    for (long wait = wait(state); wait > 0; wait = wait(state)) {
      if (wait > PATIENCE_NANOS) {
        return false;
      }
      waiting.sleep(this, wait);
      // It may have been forgotten while we waited.
      state = hosts.computeIfAbsent(host, this::newHost);
    }
    state.busy = true;
    state.nextNanos = waiting.nanoTime() + intervalNanos;
    return true;
  }

  /** The request is done: the next may begin. */
  synchronized void end(String host) {
    Host state = hosts.get(host);
    if (state != null) {
      state.busy = false;
    }
    notifyAll();
  }

  /** Has a host wait: no request begins before this time has gone by. */
  public synchronized void pause(String host, Duration pause) {
    Host state = hosts.computeIfAbsent(host, this::newHost);
    long until = waiting.nanoTime() + pause.toNanos();
    // Compared by difference: nanoTime may run over.
    state.nextNanos = state.nextNanos - until > 0 ? state.nextNanos : until;
  }

  /** Whether a request to this host would begin at once. */
  public synchronized boolean isFree(String host) {
    Host state = hosts.get(host);
    return state == null || wait(state) <= 0;
  }

  private long wait(Host state) {
    long untilNext = state.nextNanos - waiting.nanoTime();
    return state.busy ? Math.max(untilNext, LOOK_AGAIN_NANOS) : untilNext;
  }

  private Host newHost(String name) {
    if (hosts.size() >= ROOM) {
      hosts.values().removeIf(host -> wait(host) <= 0);
    }
    Host host = new Host();
    host.nextNanos = waiting.nanoTime();
    return host;
  }
}
