package org.storywire.docker.tail;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.storywire.docker.pipeline.StopSignal;
import org.storywire.docker.terminal.Terminal;
import org.storywire.news.StoryUpdate;
import org.storywire.processor.app.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code storywire tail}: follows the story updates of a cluster or a local broker. */
@Command(
    name = "tail",
    description = "Follow story updates, one line each, until Ctrl-C.",
    footer = {
      "",
      "Times are UTC. An exclamation mark marks something that happened and is new to the story;",
      "the text after + is what is new."
    })
public final class TailCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SettingsOptions settings;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Option(names = "--from-beginning", description = "Begin with the oldest update that is kept.")
  private boolean fromBeginning;

  @Option(
      names = "--story",
      paramLabel = "ID",
      description = "Only this story; the short id of a line is enough.")
  private String story;

  @Option(names = "--material", description = "Only updates that bring something new.")
  private boolean material;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "0",
      description = "End after N updates. Default: go on.")
  private long limit;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    UpdateLine lines = new UpdateLine(Terminal.current());
    Consumer<StoryUpdate> print =
        update -> out.println(json ? AvroJson.line(AvroJson.of(update)) : lines.of(update));
    try (StopSignal stop = StopSignal.install();
        UpdateFollower follower =
            UpdateFollower.open(settings.load().cluster().reached(), fromBeginning)) {
      long printed = 0;
      while (!stop.requested() && !out.checkError()) {
        for (StoryUpdate update : follower.poll()) {
          if (!wanted(update)) {
            continue;
          }
          print.accept(update);
          if (++printed == limit || out.checkError()) {
            out.flush();
            return 0;
          }
        }
        out.flush();
      }
    }
    return 0;
  }

  private boolean wanted(StoryUpdate update) {
    return (!material || update.getMaterial())
        && (story == null
            || story.equals(update.getStoryId())
            || story.equals(UpdateLine.shortId(update.getStoryId())));
  }
}
