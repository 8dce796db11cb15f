package org.storywire.processor.streams;

import java.util.Optional;

/** How far each raw partition has come, and so how far all of them have. */
final class Watermarks {

  private final Receipt[] passed;

  /**
   * Nothing has come yet.
   *
   * @param partitions raw partitions that are waited for [1..]
   */
  Watermarks(int partitions) {
    passed = new Receipt[partitions];
  }

  /**
   * Takes in how far a partition has come; what is behind is ignored.
   *
   * @return whether it moved
   * @throws IllegalArgumentException if there is no such partition
   */
  boolean pass(Receipt receipt) {
    int partition = receipt.partition();
    if (partition < 0 || partition >= passed.length) {
      throw new IllegalArgumentException(
          "illegal raw partition: "
              + partition
              + ", must be below "
              + passed.length
              + "; partitions may be added only while the processor is stopped");
    }
    boolean moves = passed[partition] == null || passed[partition].compareTo(receipt) < 0;
    if (moves) {
      passed[partition] = receipt;
    }
    return moves;
  }

  /** Up to here everything has come from every partition; empty while one has told nothing. */
  Optional<Receipt> reached() {
    Receipt slowest = slowest();
    return passed[slowest.partition()] == null ? Optional.empty() : Optional.of(slowest);
  }

  /** How far the partition has come that holds all others back; nowhere if it has told nothing. */
  Receipt slowest() {
    Receipt slowest = null;
    for (int partition = 0; partition < passed.length; partition++) {
      if (passed[partition] == null) {
        return Receipt.before(0, partition);
      }
      if (slowest == null || passed[partition].compareTo(slowest) < 0) {
        slowest = passed[partition];
      }
    }
    return slowest;
  }
}
