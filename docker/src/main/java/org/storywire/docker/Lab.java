package org.storywire.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.storywire.docker.bench.EnduranceBench;
import org.storywire.docker.bench.LatencyBench;
import org.storywire.docker.bench.PipelineBench;
import org.storywire.docker.bench.feeds.FeedsBench;
import org.storywire.docker.bench.sources.SourcesBench;
import org.storywire.docker.replay.TimelineCommand;
import org.storywire.processor.app.Laboratory;
import org.storywire.processor.app.TopicsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code storywire lab}: what trains and measures, in groups. The groups are also commands of their
 * own, as they were before there was a lab; help does not show those.
 */
final class Lab {

  private static final String TOPICS = "topics";

  private Lab() {}

  /** All groups under one command. */
  static CommandLine command() {
    CommandLine lab = group("lab", "Train and measure: copies, stories, topics, the pipeline.");
    groups().values().forEach(group -> lab.addSubcommand(filled(group)));
    return lab;
  }

  /** The groups as commands of their own, hidden, by name; without that of another command. */
  static Map<String, CommandLine> former() {
    Map<String, CommandLine> former = new LinkedHashMap<>();
    groups()
        .forEach(
            (name, group) -> {
              if (!name.equals(TOPICS)) {
                CommandLine command = filled(group);
                command.getCommandSpec().usageMessage().hidden(true);
                former.put(name, command);
              }
            });
    former.get("stories").addSubcommand(new TimelineCommand());
    return former;
  }

  /** {@code storywire topics}, of the Kafka topics, which also answers to the tagger's commands. */
  static CommandLine topics() {
    CommandLine topics = new CommandLine(new TopicsCommand());
    Laboratory.Group tagger = groups().get(TOPICS);
    if (tagger != null) {
      for (Object each : tagger.commands()) {
        CommandLine command = new CommandLine(each);
        command.getCommandSpec().usageMessage().hidden(true);
        topics.addSubcommand(command);
      }
    }
    return topics;
  }

  private static CommandLine filled(Laboratory.Group group) {
    CommandLine command = group(group.name(), group.description());
    group.commands().forEach(command::addSubcommand);
    return command;
  }

  private static CommandLine group(String name, String description) {
    CommandSpec group = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
    group.usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
    return new CommandLine(group);
  }

  /** New commands at each call: a command belongs to one command line. */
  private static Map<String, Laboratory.Group> groups() {
    Map<String, Laboratory.Group> groups = new LinkedHashMap<>();
    // Present without a laboratory, too.
    add(groups, new Laboratory.Group("stories", "Train and measure story assignment.", List.of()));
    add(
        groups,
        new Laboratory.Group(
            "bench",
            "Measure the pipeline and its stages.",
            List.of(
                new PipelineBench(),
                new LatencyBench(),
                new EnduranceBench(),
                new SourcesBench(),
                new FeedsBench())));
    for (Laboratory laboratory : ServiceLoader.load(Laboratory.class)) {
      laboratory.groups().forEach(group -> add(groups, group));
    }
    return groups;
  }

  private static void add(Map<String, Laboratory.Group> groups, Laboratory.Group group) {
    groups.merge(
        group.name(),
        group,
        (first, second) -> {
          List<Object> commands = new ArrayList<>(first.commands());
          commands.addAll(second.commands());
          return new Laboratory.Group(first.name(), first.description(), commands);
        });
  }
}
