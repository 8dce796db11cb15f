package org.storywire.processor.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * How far a reader has come in the log of story updates: for each partition the offset of the next
 * record it wants. Written as {@code log.12-0-77}; it is the id of every event of the stream.
 *
 * @param log names the log itself, so that a position in a topic since deleted and made anew is not
 *     mistaken for one in its successor; letters and digits
 * @param next offset of the next record wanted, by partition; partitions added later start at 0
 */
record Position(String log, List<Long> next) {

  private static final Pattern TEXT =
      Pattern.compile("([A-Za-z0-9]{1,32})\\.(\\d{1,18}(?:-\\d{1,18}){0,1023})");

  Position {
    if (!log.matches("[A-Za-z0-9]{1,32}")) {
      throw new IllegalArgumentException(
          "illegal log name: " + log + ", must be 1 to 32 letters or digits");
    }
    next = List.copyOf(next);
    if (next.isEmpty() || next.stream().anyMatch(offset -> offset < 0)) {
      throw new IllegalArgumentException(
          "illegal offsets: " + next + ", must be at least one and none negative");
    }
  }

  /** Reads what {@link #text} wrote; empty if it is anything else. */
  static Optional<Position> parse(String text) {
    var matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<Long> offsets = new ArrayList<>();
    for (String offset : matcher.group(2).split("-")) {
      offsets.add(Long.parseLong(offset));
    }
    return Optional.of(new Position(matcher.group(1), offsets));
  }

  /** Offset of the next record wanted from a partition. */
  long next(int partition) {
    return partition < next.size() ? next.get(partition) : 0;
  }

  /** True if the record is one that a reader at this position has had. */
  boolean includes(int partition, long offset) {
    return offset < next(partition);
  }

  /** This position moved past one record; never back. */
  Position after(int partition, long offset) {
    List<Long> moved = new ArrayList<>(next);
    while (moved.size() <= partition) {
      moved.add(0L);
    }
    moved.set(partition, Math.max(moved.get(partition), offset + 1));
    return new Position(log, moved);
  }

  /** True if a reader here has had everything that a reader at {@code other} has had. */
  boolean reached(Position other) {
    for (int partition = 0; partition < other.next.size(); partition++) {
      if (next(partition) < other.next(partition)) {
        return false;
      }
    }
    return true;
  }

  /** The shortest way to write it that {@link #parse} reads. */
  String text() {
    StringJoiner offsets = new StringJoiner("-", log + ".", "");
    next.forEach(offset -> offsets.add(Long.toString(offset)));
    return offsets.toString();
  }
}
