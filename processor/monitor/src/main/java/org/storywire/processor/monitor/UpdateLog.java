package org.storywire.processor.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The newest updates in the order in which this instance read them, a bounded number. Each has a
 * sequence number, which means something in this instance only, and the position after it, which
 * means the same everywhere. Thread-safe.
 */
final class UpdateLog {

  /** An update in the log. */
  static final class Entry {

    private final Update update;
    private final Position after;
    private byte[] head;

    /**
     * An update and the place after it.
     *
     * @param after where a reader stands who has had this update and all before it
     */
    Entry(Update update, Position after) {
      this.update = update;
      this.after = after;
    }

    Update update() {
      return update;
    }

    Position after() {
      return after;
    }

    /** What a stream writes before the update's JSON; the same for most readers, so kept. */
    byte[] head() {
      byte[] written = head;
      if (written == null) {
        String text = "id: " + after.text() + "\nevent: update\ndata: ";
        written = text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        head = written;
      }
      return written;
    }
  }

  /** Where a reader goes on, and whether its position is the log's own there. */
  record Found(long sequence, boolean aligned) {}

  private final Entry[] ring;
  private long first;
  private volatile long next;
  private Position start;
  private Position end;

  /**
   * An empty log.
   *
   * @param most updates held [1..]
   * @param start where reading begins
   */
  UpdateLog(int most, Position start) {
    this.ring = new Entry[most];
    this.start = start;
    this.end = start;
  }

  /** Adds an update and returns the one that had to make room, if any. */
  synchronized Optional<Update> append(Update update) {
    Optional<Update> evicted = Optional.empty();
    if (next - first == ring.length) {
      Update oldest = ring[slot(first)].update();
      start = start.after(oldest.partition, oldest.offset);
      evicted = Optional.of(oldest);
      first++;
    }
    end = end.after(update.partition, update.offset);
    ring[slot(next)] = new Entry(update, end);
    next++;
    return evicted;
  }

  /** Begins anew at a position; what was held is forgotten. */
  synchronized void restart(Position position) {
    Arrays.fill(ring, null);
    first = next;
    start = position;
    end = position;
  }

  /** Sequence number that the next update will get. */
  long next() {
    return next;
  }

  /** Sequence number of the oldest update held. */
  synchronized long first() {
    return first;
  }

  /** Position after the newest update. */
  synchronized Position end() {
    return end;
  }

  /** Position from which on the log is complete. */
  synchronized Position start() {
    return start;
  }

  /**
   * Where a reader at a position has to go on: the first update it has not had. Empty if some of
   * what it misses is no longer held.
   */
  synchronized Optional<Found> locate(Position position) {
    if (!position.reached(start)) {
      return Optional.empty();
    }
    Position before = start;
    for (long at = first; at < next; at++) {
      Entry entry = ring[slot(at)];
      if (!position.includes(entry.update().partition, entry.update().offset)) {
        return Optional.of(new Found(at, before.equals(position)));
      }
      before = entry.after();
    }
    return Optional.of(new Found(next, end.equals(position)));
  }

  /**
   * Updates from a sequence number on, oldest first.
   *
   * @return empty if some of them are no longer held
   */
  synchronized Optional<List<Entry>> from(long sequence, int most) {
    if (sequence < first) {
      return Optional.empty();
    }
    List<Entry> entries = new ArrayList<>();
    for (long at = sequence; at < next && entries.size() < most; at++) {
      entries.add(ring[slot(at)]);
    }
    return Optional.of(entries);
  }

  /** The updates held that are wanted, oldest first. */
  synchronized List<Update> held(Predicate<Update> wanted) {
    List<Update> held = new ArrayList<>();
    for (long at = first; at < next; at++) {
      Update update = ring[slot(at)].update();
      if (wanted.test(update)) {
        held.add(update);
      }
    }
    return held;
  }

  private int slot(long sequence) {
    return (int) (sequence % ring.length);
  }
}
