package org.storywire.docker.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.storywire.docker.override.OverrideLines;
import org.storywire.docker.pipeline.PipelineOptions;
import org.storywire.docker.pipeline.ProcessorFactory;
import org.storywire.docker.terminal.Logging;
import org.storywire.news.StoryOverride;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code storywire replay}: results of a corpus as files, or what differs between two such. */
@Command(
    name = "replay",
    description = {
      "Run articles through the production topologies and write every result, or compare two runs.",
      "Articles run in the order of their arrival; what comes out: articles.jsonl, stories.jsonl,",
      "story-updates.jsonl, dead-letters.jsonl, summary.json, and the tables stories.tsv and",
      "copies.tsv. The same input gives the same digest.",
      "With --diff: exit code 0 if nothing differs, 1 otherwise."
    })
public final class ReplayCommand implements Callable<Integer> {

  private final ProcessorFactory processors;

  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Mode mode;

  /** Either a run or a comparison. */
  private static final class Mode {
    @ArgGroup(exclusive = false, multiplicity = "1")
    private Run run;

    @Option(
        names = "--diff",
        arity = "2",
        required = true,
        paramLabel = "DIR",
        description = "Compare two replays: stories merged, split, retagged, verdicts flipped.")
    private List<Path> diff;
  }

  /** What a run needs. */
  private static final class Run {
    @Option(
        names = "--in",
        arity = "1..*",
        required = true,
        paramLabel = "PATH",
        description = "Files or directories of articles, as for ingest.")
    private List<Path> in;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "DIR",
        description = "Where the results go; created if missing, earlier results are replaced.")
    private Path out;

    @Option(
        names = "--overrides",
        paramLabel = "FILE",
        description =
            "What editors decided, as 'override list' prints it; each is carried out after the"
                + " articles received until then.")
    private Path overrides;
  }

  @Mixin private PipelineOptions options;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "Fail after so long without any progress. Default: ${DEFAULT-VALUE}.")
  private long patience;

  /** Replays of one kind of processor. */
  public ReplayCommand(ProcessorFactory processors) {
    this.processors = processors;
  }

  @Override
  public Integer call() {
    Logging.tellTroubleOnly();
    PrintWriter out = spec.commandLine().getOut();
    try {
      if (mode.diff != null) {
        List<String> differences = ReplayDiff.of(mode.diff.get(0), mode.diff.get(1));
        differences.forEach(out::println);
        out.flush();
        return differences.isEmpty() ? 0 : 1;
      }
      Replay replay =
          new Replay(
              processors, options.threads(), options.settings(), Duration.ofSeconds(patience));
      List<StoryOverride> overrides =
          mode.run.overrides == null ? List.of() : OverrideLines.read(mode.run.overrides);
      replay.run(mode.run.in, overrides, mode.run.out, System.err).forEach(out::println);
      out.flush();
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
