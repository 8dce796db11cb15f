package org.storywire.docker.settings;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.storywire.processor.app.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code storywire settings}: every setting, its value in force and where that comes from. */
@Command(
    name = "settings",
    description = {
      "Show every setting, its value in force, and where that value comes from.",
      "Secrets are hidden. Keys and values are checked as the commands check them."
    })
public final class SettingsCommand implements Callable<Integer> {

  private static final int WIDEST = 64;

  @Spec private CommandSpec spec;

  @Mixin private SettingsOptions options;

  @Option(
      names = "--sample",
      description = "Print a properties file instead: every setting, explained, at its default.")
  private boolean sample;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (sample) {
      out.print(sample());
    } else {
      print(SettingsInForce.of(options.file(), System.getenv(), options.flags()), out);
    }
    out.flush();
    return 0;
  }

  private static void print(List<SettingsInForce.Value> values, PrintWriter out) {
    int width =
        values.stream()
            .mapToInt(value -> value.key().length() + 1 + value.value().length())
            .filter(length -> length <= WIDEST)
            .max()
            .orElse(WIDEST);
    for (SettingsInForce.Value value : values) {
      SettingsInForce.Value shown = value.withoutSecret();
      out.printf("%-" + width + "s  %s%n", shown.key() + "=" + shown.value(), shown.origin());
    }
  }

  /** A properties file that changes nothing until a line loses its first character. */
  static String sample() {
    StringBuilder file =
        new StringBuilder(
            """
            # Settings of storywire, each at its default: storywire COMMAND -c FILE.
            # Flags (-s KEY=VALUE) win over the environment (OPS_PORT for ops.port), which wins over this file.
            # Any property of Kafka's clients: kafka.NAME=VALUE. Keep passwords elsewhere: ${env:NAME},
            # ${file:PATH:KEY} and ${directory:PATH:FILE} are looked up in values of kafka.*.
            """);
    for (Key key : Key.all()) {
      file.append('\n').append("# ").append(key.meaning()).append('\n');
      file.append('#').append(key.name()).append('=').append(key.defaultValue()).append('\n');
    }
    return file.toString();
  }
}
