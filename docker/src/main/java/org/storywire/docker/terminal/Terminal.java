package org.storywire.docker.terminal;

import java.util.Map;

/**
 * Where the output goes.
 *
 * @param columns width of a line [columns, 40..]
 * @param colours whether standard output shows colours
 * @param redraws whether standard error can redraw a line, as a progress bar does
 */
public record Terminal(int columns, boolean colours, boolean redraws) {

  private static final int NARROWEST = 40;
  private static final int WIDE = 200;

  /** Checks the width. */
  public Terminal {
    if (columns < NARROWEST) {
      throw new IllegalArgumentException(
          "illegal columns: " + columns + ", must be at least " + NARROWEST);
    }
  }

  /** The terminal of this process. */
  public static Terminal current() {
    return of(System.getenv(), System.console() != null);
  }

  /**
   * The terminal as the environment describes it. The launcher sets {@code STORYWIRE_TTY} to the
   * numbers of the streams that are terminals, for Java only tells whether all are, and {@code
   * COLUMNS} to the width. {@code NO_COLOR}, if it is not empty, turns colours off.
   */
  static Terminal of(Map<String, String> environment, boolean console) {
    String streams = environment.getOrDefault("STORYWIRE_TTY", console ? "12" : "");
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    boolean out = streams.contains("1");
    int columns = out ? width(environment.get("COLUMNS")) : WIDE;
    return new Terminal(columns, out && !plain, streams.contains("2"));
  }

  private static int width(String columns) {
    try {
      return Math.max(NARROWEST, Integer.parseInt(columns));
    } catch (NumberFormatException e) {
      return 120;
    }
  }
}
