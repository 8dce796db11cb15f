package org.storywire.docker.broker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.docker.pipeline.StopSignal;
import org.storywire.docker.terminal.Logging;
import org.storywire.schemas.TopicAdmin;
import org.storywire.schemas.TopicDefinitions;
import org.storywire.schemas.TopicDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code storywire broker}: the embedded broker alone, with storywire's topics, until Ctrl-C. */
@Command(
    name = "broker",
    description = {
      "Run a Kafka broker with storywire's topics on this machine until Ctrl-C.",
      "For trying things out: one node, reachable from this machine only."
    })
public final class BrokerCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerCommand.class);

  @Spec private CommandSpec spec;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "storywire-data",
      description = "Where the data are kept. Default: ${DEFAULT-VALUE}.")
  private Path directory;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "Where clients find it; 0 for any free port. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Override
  public Integer call() {
    if (port < 0 || port > 65535) {
      throw new ParameterException(
          spec.commandLine(), "illegal --port: " + port + ", must be 0 to 65535");
    }
    Logging.tellTroubleOnly();
    PrintWriter out = spec.commandLine().getOut();
    try (StopSignal stop = StopSignal.install();
        EmbeddedBroker broker =
            port == 0
                ? EmbeddedBroker.durable(directory)
                : EmbeddedBroker.durable(directory, port)) {
      createTopics(broker);
      out.println("bootstrap.servers=" + broker.bootstrapServers());
      out.println("data in " + broker.directory() + ", Ctrl-C stops");
      out.flush();
      stop.await();
    }
    return 0;
  }

  private static void createTopics(EmbeddedBroker broker) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      List<TopicDifference> differences =
          new TopicAdmin(admin).ensure(TopicDefinitions.unexpiring(1));
      differences.forEach(difference -> LOG.warn("topic is not as defined: {}", difference));
    }
  }
}
