package org.storywire.docker;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.storywire.processor.monitor.Monitor;
import org.storywire.processor.monitor.MonitorConfig;
import org.storywire.schemas.Cluster;

/** A monitor on any free port that has read all there is. */
final class StartedMonitor {

  private StartedMonitor() {}

  /** The monitor of a cluster as it is by default; the caller closes it. */
  static Monitor of(Cluster cluster) throws Exception {
    return of(cluster, Optional.empty(), MonitorConfig.DEFAULT_MAX_UPDATES);
  }

  /**
   * The same with choice; the caller closes it.
   *
   * @param webhooks file of webhooks
   * @param maxUpdates updates held
   */
  static Monitor of(Cluster cluster, Optional<Path> webhooks, int maxUpdates) throws Exception {
    MonitorConfig defaults = MonitorConfig.of("unused:1");
    Monitor monitor =
        new Monitor(
            new MonitorConfig(
                cluster,
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.empty(),
                webhooks,
                defaults.maxStories(),
                maxUpdates,
                defaults.maxArticles(),
                defaults.maxReaders(),
                defaults.brokerTimeout()));
    monitor.start();
    monitor.caughtUp().get(60, TimeUnit.SECONDS);
    return monitor;
  }
}
