package org.storywire.processor.monitor.ask;

import java.util.Comparator;
import java.util.List;

/**
 * What an article shares with a passage.
 *
 * @param share share of the passage's words that the article has in runs [0..1]
 * @param longestRun longest run [words]
 * @param runs the first runs in the order of the article, at most 50
 */
public record Match(double share, int longestRun, List<Run> runs) {

  /** From this share on an article carries the passage, below it a part of it. */
  public static final double CARRIES = 0.5;

  /**
   * Words in a row that both have.
   *
   * @param asked where they begin in the passage [UTF-16 units]
   * @param askedEnd where they end there, exclusive
   * @param start where they begin in the article's body [UTF-16 units]
   * @param end where they end there, exclusive
   */
  public record Run(int asked, int askedEnd, int start, int end) {}

  /** Copies the runs. */
  public Match {
    runs = List.copyOf(runs);
  }

  /** Whether the article carries the passage rather than a part of it. */
  public boolean carries() {
    return share >= CARRIES;
  }

  /** The longest run; of equal ones the first. */
  public Run longest() {
    return runs.stream().max(Comparator.comparingInt(run -> run.end() - run.start())).orElseThrow();
  }
}
