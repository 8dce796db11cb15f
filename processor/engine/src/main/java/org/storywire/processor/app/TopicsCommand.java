package org.storywire.processor.app;

import java.io.PrintWriter;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.storywire.schemas.TopicAdmin;
import org.storywire.schemas.TopicDefinition;
import org.storywire.schemas.TopicDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code storywire topics}: creates the Kafka topics, or reports how they differ. */
@Command(
    name = "topics",
    description = "Create or check the Kafka topics.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class TopicsCommand {

  @Spec private CommandSpec spec;

  @Command(description = "Create what is missing, then check.", mixinStandardHelpOptions = true)
  int create(@Mixin SettingsOptions options) {
    return report(options, true);
  }

  @Command(
      description = "Report how the topics differ from their definitions; exit code 1 if they do.",
      mixinStandardHelpOptions = true)
  int check(@Mixin SettingsOptions options) {
    return report(options, false);
  }

  private int report(SettingsOptions options, boolean create) {
    Settings settings = options.load();
    settings.cluster().reached();
    List<TopicDefinition> definitions = TopicSetup.definitions(settings);
    try (Admin admin = TopicSetup.admin(settings)) {
      TopicAdmin topics = new TopicAdmin(admin);
      List<TopicDifference> differences =
          create ? topics.ensure(definitions) : topics.check(definitions);
      PrintWriter out = spec.commandLine().getOut();
      differences.forEach(out::println);
      if (differences.isEmpty()) {
        out.printf("%d topics are as defined%n", definitions.size());
      }
      out.flush();
      return differences.isEmpty() ? 0 : 1;
    }
  }
}
