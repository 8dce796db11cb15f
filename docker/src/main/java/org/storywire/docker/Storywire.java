package org.storywire.docker;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import org.storywire.docker.broker.BrokerCommand;
import org.storywire.docker.demo.DemoCommand;
import org.storywire.docker.explain.AskCommand;
import org.storywire.docker.explain.ExplainCommand;
import org.storywire.docker.export.ExportCommand;
import org.storywire.docker.monitor.MonitorCommand;
import org.storywire.docker.override.OverrideCommand;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.docker.replay.ReplayCommand;
import org.storywire.docker.replay.TimelineCommand;
import org.storywire.docker.settings.SettingsCommand;
import org.storywire.docker.tail.TailCommand;
import org.storywire.docker.terminal.FlowingHelp;
import org.storywire.docker.terminal.Logging;
import org.storywire.ingest.IngestCommand;
import org.storywire.ingest.read.ReadCommand;
import org.storywire.ingest.sources.IngestFeedsCommand;
import org.storywire.ingest.sources.SourcesCommand;
import org.storywire.processor.app.ProcessCommand;
import org.storywire.processor.app.SchemasCommand;
import org.storywire.processor.app.Setting;
import org.storywire.processor.app.redrive.RedriveCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line of storywire. Exit codes: 0 done, 1 failed (one line on standard error says
 * why), 2 wrong usage or an unknown or illegal setting.
 */
@Command(
    name = "storywire",
    description = "Turns a firehose of news into stories, on Apache Kafka.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    scope = ScopeType.INHERIT,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed; standard error says why",
      "2:wrong usage, or a setting that is unknown or illegal"
    })
public final class Storywire implements Callable<Integer> {

  private boolean verbose;

  @Spec private CommandSpec spec;

  private Storywire() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    Thread.setDefaultUncaughtExceptionHandler(Storywire::endIfMemoryIsShort);
    try {
      System.exit(commandLine(arguments.length == 0 ? "" : arguments[0]).execute(arguments));
    } catch (OutOfMemoryError e) {
      endIfMemoryIsShort(Thread.currentThread(), e);
    }
  }

  /** Without memory nothing can be closed in order; whoever waits for this thread would wait on. */
  private static void endIfMemoryIsShort(Thread thread, Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      System.err.println("storywire: " + Failures.line(failure));
      Runtime.getRuntime().halt(1);
    }
    // Not kept: whoever only asks for help need not read the configuration of the log.
    LoggerFactory.getLogger(Storywire.class)
        .error("thread {} ends: {}", thread.getName(), Failures.line(failure));
  }

  /** The command line with all subcommands. */
  static CommandLine commandLine() {
    return commandLine("");
  }

  /**
   * The command line with one subcommand, with none where the version is asked for, or with all: to
   * read all their annotations takes longer than a short command.
   */
  static CommandLine commandLine(String name) {
    Map<String, Supplier<Object>> commands = commands();
    boolean version = name.equals("--version") || name.equals("-V");
    boolean known = version || commands.containsKey(name);
    Map<String, CommandLine> former = known ? Map.of() : Lab.former();
    boolean one = known || former.containsKey(name);
    Storywire root = new Storywire();
    CommandLine line = new CommandLine(root);
    commands.forEach(
        (each, command) -> {
          if (!one || each.equals(name)) {
            line.addSubcommand(command.get());
          }
        });
    former.forEach(
        (each, command) -> {
          if (!one || each.equals(name)) {
            line.addSubcommand(command);
          }
        });
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(root::report);
    FlowingHelp.install(line);
    return line;
  }

  /** The commands in the order of the usage message. */
  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("demo", () -> new DemoCommand(LocalProcessor::new));
    commands.put("broker", BrokerCommand::new);
    commands.put("topics", Lab::topics);
    commands.put("schemas", SchemasCommand::new);
    commands.put("ingest", Storywire::ingest);
    commands.put("read", () -> new ReadCommand(System.getenv()));
    commands.put("sources", () -> new SourcesCommand(System.getenv(), Storywire::isProcessorKey));
    commands.put("process", ProcessCommand::new);
    commands.put("redrive", RedriveCommand::new);
    commands.put("tail", TailCommand::new);
    commands.put("replay", () -> new ReplayCommand(LocalProcessor::new));
    commands.put("explain", ExplainCommand::new);
    commands.put("ask", AskCommand::new);
    commands.put("monitor", MonitorCommand::new);
    commands.put("override", OverrideCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("timeline", TimelineCommand::new);
    commands.put("settings", SettingsCommand::new);
    commands.put("completion", CompletionCommand::new);
    commands.put("lab", Lab::command);
    return commands;
  }

  private static CommandLine ingest() {
    return new CommandLine(new IngestCommand(System.getenv(), Storywire::isProcessorKey))
        .addSubcommand(new IngestFeedsCommand(System.getenv(), Storywire::isProcessorKey));
  }

  /** Commands share one properties file: what belongs to the processor is no error in ingest. */
  private static boolean isProcessorKey(String key) {
    return Arrays.stream(Setting.values()).anyMatch(setting -> setting.key().equals(key));
  }

  /** Without a subcommand there is nothing to do. */
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Say more on standard error: Kafka's own messages, stack traces of failures.")
  private void setVerbose(boolean verbose) {
    this.verbose = verbose;
    if (verbose) {
      Logging.tellMore();
    }
  }

  private int report(Exception failure, CommandLine command, ParseResult parsed) {
    var error = command.getErr();
    error.println(command.getColorScheme().errorText("storywire: " + Failures.line(failure)));
    if (verbose) {
      failure.printStackTrace(error);
    }
    // A setting that is unknown or illegal is found when the command runs.
    return failure instanceof IllegalArgumentException
            && !(failure instanceof NumberFormatException)
        ? command.getCommandSpec().exitCodeOnInvalidInput()
        : command.getCommandSpec().exitCodeOnExecutionException();
  }
}
