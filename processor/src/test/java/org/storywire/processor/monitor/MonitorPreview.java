package org.storywire.processor.monitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Serves the page over invented news until it is stopped, to look at: {@code MonitorPreview PORT}.
 */
final class MonitorPreview {

  private MonitorPreview() {}

  public static void main(String[] args) throws InterruptedException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
    TestMonitor monitor =
        new TestMonitor(10_000, History.none(), Optional.empty(), Samples.START, port);
    new InventedNews(monitor).tell(Instant.now().truncatedTo(ChronoUnit.MINUTES));
    System.out.println(monitor.address());
    Thread.currentThread().join();
  }
}
