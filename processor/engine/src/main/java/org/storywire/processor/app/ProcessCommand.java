package org.storywire.processor.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code storywire process}: runs one instance of the processor until it is told to stop. */
@Command(
    name = "process",
    description = "Run the topologies against a cluster until Ctrl-C.",
    mixinStandardHelpOptions = true)
public final class ProcessCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options;

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = options.load();
    ProcessorProperties.check(settings);
    StartCheck.run(settings);
    ProcessorApp app = new ProcessorApp(settings);
    Thread stop = new Thread(app::close, "storywire-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    app.start();
    app.awaitEnd();
    if (app.failure().isPresent()) {
      throw new IllegalStateException("processing stopped", app.failure().get());
    }
    return 0;
  }
}
