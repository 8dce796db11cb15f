package org.storywire.docker.monitor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.storywire.processor.app.SettingsOptions;
import org.storywire.processor.monitor.Monitor;
import org.storywire.processor.monitor.MonitorConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code storywire monitor}: the live view of any cluster, until Ctrl-C. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    description = {
      "Serve the live view of stories: a page, a JSON API and a stream of events.",
      "Reads the published topics of a cluster; changes nothing."
    })
public final class MonitorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SettingsOptions settings;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "" + MonitorConfig.DEFAULT_PORT,
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "File whose first line readers must present (default: no token).")
  private Path tokenFile;

  @Option(
      names = "--editors-file",
      paramLabel = "FILE",
      description =
          "Those who may decide against the machine: a name, a space and a token a line"
              + " (default: nobody).")
  private Path editorsFile;

  @Option(
      names = "--webhooks",
      paramLabel = "FILE",
      description = "Properties of webhooks to send updates to (default: none).")
  private Path webhooks;

  @Option(
      names = "--max-stories",
      paramLabel = "N",
      defaultValue = "" + MonitorConfig.DEFAULT_MAX_STORIES,
      description = "Stories held in memory (default: ${DEFAULT-VALUE}).")
  private int maxStories;

  @Option(
      names = "--max-updates",
      paramLabel = "N",
      defaultValue = "" + MonitorConfig.DEFAULT_MAX_UPDATES,
      description = "Updates held in memory (default: ${DEFAULT-VALUE}).")
  private int maxUpdates;

  @Option(
      names = "--max-articles",
      paramLabel = "N",
      defaultValue = "" + MonitorConfig.DEFAULT_MAX_ARTICLES,
      description = "Articles whose relations are held in memory (default: ${DEFAULT-VALUE}).")
  private int maxArticles;

  @Option(
      names = "--max-readers",
      paramLabel = "N",
      defaultValue = "" + MonitorConfig.DEFAULT_MAX_READERS,
      description = "Streams open at once (default: ${DEFAULT-VALUE}).")
  private int maxReaders;

  @Override
  public Integer call() throws InterruptedException {
    MonitorConfig config = config();
    try (Monitor monitor = new Monitor(config)) {
      Runtime.getRuntime().addShutdownHook(new Thread(monitor::close, "monitor-shutdown"));
      monitor.start();
      spec.commandLine().getOut().println("storywire monitor at " + monitor.address());
      monitor.ended().get();
      return 0;
    } catch (ExecutionException e) {
      spec.commandLine().getErr().println("monitor: " + e.getCause().getMessage());
      return 1;
    }
  }

  private MonitorConfig config() {
    try {
      return new MonitorConfig(
          settings.load().cluster().reached(),
          host,
          port,
          Optional.ofNullable(tokenFile),
          Optional.ofNullable(editorsFile),
          Optional.ofNullable(webhooks),
          maxStories,
          maxUpdates,
          maxArticles,
          maxReaders,
          Duration.ofSeconds(60));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
