package org.storywire.processor.monitor;

import java.util.List;

/** Older updates than the monitor holds: read again from where they are kept. */
interface History {

  /**
   * Some of the updates that a reader has missed.
   *
   * @param entries updates after the position asked for, in the order of their partitions
   * @param after where a reader stands who has had them
   * @param lost records that are no longer kept anywhere, at most [0..]
   */
  record Page(List<UpdateLog.Entry> entries, Position after, long lost) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Updates from one position towards another.
   *
   * @param most updates wanted, about [1..]
   * @return a page whose {@code after} is past {@code from}, or reached {@code to}
   */
  Page read(Position from, Position to, int most);

  /** Keeps nothing: whatever is missed is lost. */
  static History none() {
    return (from, to, most) -> {
      long lost = 0;
      for (int partition = 0; partition < to.next().size(); partition++) {
        lost += Math.max(0, to.next(partition) - from.next(partition));
      }
      return new Page(List.of(), to, lost);
    };
  }
}
