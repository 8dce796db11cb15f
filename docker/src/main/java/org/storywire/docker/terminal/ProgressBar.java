package org.storywire.docker.terminal;

import java.io.PrintStream;
import java.util.Locale;

/**
 * How far a piece of work is. On a terminal one line that is redrawn; elsewhere a line at each
 * tenth. Lines of results can be printed between two drawings: {@link #hide} first.
 */
public final class ProgressBar {

  private static final int CELLS = 30;
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean redraws;
  private final String label;
  private final long total;
  private long shown = -1;
  private boolean visible;

  /**
   * A bar at nothing.
   *
   * @param total what there is to do [1..]
   */
  public ProgressBar(PrintStream out, Terminal terminal, String label, long total) {
    this.out = out;
    this.redraws = terminal.redraws();
    this.label = label;
    this.total = Math.max(1, total);
  }

  /** Shows how much is done, if that would look different from before. */
  public synchronized void show(long done) {
    long steps = redraws ? 1000 : 10;
    long step = steps * Math.min(done, total) / total;
    if (step == shown && (visible || !redraws)) {
      return;
    }
    shown = step;
    int percent = (int) (100 * Math.min(done, total) / total);
    if (!redraws) {
      out.printf(Locale.ROOT, "%s %d of %d (%d %%)%n", label, done, total, percent);
      return;
    }
    int full = CELLS * percent / 100;
    String cells = "█".repeat(full) + "░".repeat(CELLS - full);
    out.printf(Locale.ROOT, "\r%s %s %d of %d (%d %%)", label, cells, done, total, percent);
    out.flush();
    visible = true;
  }

  /** Clears the line for something else; the next {@link #show} draws it again. */
  public synchronized void hide() {
    if (visible) {
      out.print(ERASE_LINE);
      out.flush();
      visible = false;
    }
  }
}
