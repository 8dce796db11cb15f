package org.storywire.docker.demo;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import org.storywire.docker.pipeline.ResultListener;
import org.storywire.docker.tail.UpdateLine;
import org.storywire.docker.terminal.ProgressBar;
import org.storywire.news.StoryUpdate;

/** Prints story updates as they come, around the progress bar. */
final class Display implements ResultListener {

  private final PrintWriter out;
  private final UpdateLine lines;
  private final ProgressBar bar;
  private Optional<Duration> firstUpdate = Optional.empty();

  Display(PrintWriter out, UpdateLine lines, ProgressBar bar) {
    this.out = out;
    this.lines = lines;
    this.bar = bar;
  }

  @Override
  public void update(StoryUpdate update) {
    if (firstUpdate.isEmpty()) {
      long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
      firstUpdate = Optional.of(Duration.ofMillis(uptime));
    }
    bar.hide();
    out.println(lines.of(update));
    out.flush();
  }

  /** Time from the start of the JVM to the first update shown; empty if there was none. */
  Optional<Duration> firstUpdate() {
    return firstUpdate;
  }
}
