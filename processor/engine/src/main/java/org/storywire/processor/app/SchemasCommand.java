package org.storywire.processor.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.storywire.schemas.TopicRecords;
import org.storywire.schemas.registry.RegistryClient;
import org.storywire.schemas.registry.RegistrySettings;
import org.storywire.schemas.registry.SchemaContracts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code storywire schemas}: registers the schemas of the topics, or checks them. */
@Command(
    name = "schemas",
    description = "Register or check the schemas of the topics.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class SchemasCommand {

  @Spec private CommandSpec spec;

  @Command(
      description = {
        "Report where this release's schemas and the released ones can't read each other.",
        "Both ways (FULL_TRANSITIVE); with schema.registry.url set, the registered ones, too.",
        "Exit code 1 if there is a problem."
      },
      mixinStandardHelpOptions = true)
  int check(@Mixin SettingsOptions options) {
    Optional<RegistrySettings> registry = options.load().schemaRegistry();
    List<String> problems = new ArrayList<>(SchemaContracts.checkHistory());
    registry.ifPresent(
        settings -> problems.addAll(SchemaContracts.checkRegistry(new RegistryClient(settings))));
    return report(
        problems,
        registry.isPresent()
            ? "as released, registered, and readable by every registered version"
            : "as released, and readable by every released version");
  }

  @Command(
      description = {
        "Register every released schema that the registry lacks, oldest first.",
        "Makes the registry hold each subject to FULL_TRANSITIVE. Nothing else ever registers one."
      },
      mixinStandardHelpOptions = true)
  int register(@Mixin SettingsOptions options) {
    RegistrySettings registry =
        options
            .load()
            .schemaRegistry()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "schema.registry.url is not set, expected the registry's address"));
    List<String> problems = SchemaContracts.checkHistory();
    if (problems.isEmpty()) {
      PrintWriter out = spec.commandLine().getOut();
      SchemaContracts.register(new RegistryClient(registry)).forEach(out::println);
      out.flush();
      return 0;
    }
    return report(problems, "");
  }

  private int report(List<String> problems, String otherwise) {
    PrintWriter out = spec.commandLine().getOut();
    problems.forEach(out::println);
    if (problems.isEmpty()) {
      out.printf("%d schemas are %s%n", TopicRecords.topics().size(), otherwise);
    }
    out.flush();
    return problems.isEmpty() ? 0 : 1;
  }
}
