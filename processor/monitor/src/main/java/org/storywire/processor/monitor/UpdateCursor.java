package org.storywire.processor.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One reader's place among the updates: hands out every update after its position exactly once,
 * from memory where it is held, else from the history. Not thread-safe.
 */
final class UpdateCursor {

  /**
   * Updates to hand out.
   *
   * @param lost updates between them that no longer exist anywhere, at most [0..]
   */
  record Batch(List<UpdateLog.Entry> entries, long lost) {
    Batch {
      entries = List.copyOf(entries);
    }
  }

  private final UpdateLog log;
  private final History history;
  private Position position;
  private long sequence = -1;
  private boolean aligned;

  UpdateCursor(UpdateLog log, History history, Position position) {
    this.log = log;
    this.history = history;
    this.position = position;
  }

  /** Where the reader stands. */
  Position position() {
    return position;
  }

  /** True if the reader has had all that this instance has read. */
  boolean atEnd() {
    return sequence >= 0 && sequence == log.next();
  }

  /**
   * Updates that have been read and that this reader has not had; about, while it reads history.
   */
  long behind() {
    return sequence < 0 ? log.next() - log.first() : log.next() - sequence;
  }

  /**
   * The next updates from memory; does not block.
   *
   * @return empty if they are no longer held, so that {@link #fromHistory} has to be asked
   */
  Optional<List<UpdateLog.Entry>> fromLog(int most) {
    if (sequence < 0) {
      var found = log.locate(position);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      sequence = found.get().sequence();
      aligned = found.get().aligned();
    }
    var held = log.from(sequence, most);
    if (held.isEmpty()) {
      sequence = -1;
      return Optional.empty();
    }
    sequence += held.get().size();
    return Optional.of(aligned ? straight(held.get()) : missed(held.get()));
  }

  /** The next updates from the history; blocks while it is read. */
  Batch fromHistory(int most) {
    History.Page page = history.read(position, log.start(), most);
    position = page.after();
    sequence = -1;
    return new Batch(page.entries(), page.lost());
  }

  private List<UpdateLog.Entry> straight(List<UpdateLog.Entry> entries) {
    if (!entries.isEmpty()) {
      position = entries.get(entries.size() - 1).after();
    }
    return entries;
  }

  private List<UpdateLog.Entry> missed(List<UpdateLog.Entry> entries) {
    List<UpdateLog.Entry> missed = new ArrayList<>();
    for (UpdateLog.Entry entry : entries) {
      Update update = entry.update();
      if (!position.includes(update.partition, update.offset)) {
        position = position.after(update.partition, update.offset);
        missed.add(new UpdateLog.Entry(update, position));
      }
      aligned = position.equals(entry.after());
    }
    return missed;
  }
}
