package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

class StorywireTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter error = new StringWriter();
  private final CommandLine line =
      Storywire.commandLine()
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(error, true))
          .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));

  @AfterEach
  void tellLessAgain() {
    for (String name : List.of("org.storywire", "org.apache.kafka", "kafka")) {
      ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.WARN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "broker",
        "topics",
        "schemas",
        "ingest",
        "process",
        "redrive",
        "tail",
        "replay",
        "settings",
        "completion",
        "timeline",
        "lab",
        "lab copies",
        "stories",
        "copies",
        "bench"
      })
  void shouldExplainItselfWhenAskedForHelp(String command) {
    // When
    int code = line.execute((command + " --help").split(" "));

    // Then
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("Usage: storywire " + command, "-h, --help")
        .doesNotContain("${");
    assertThat(error.toString()).isEmpty();
  }

  @Test
  void shouldShowEveryCommandUnderTheNameThatRunsItWhenItsUsageIsPrinted() {
    // When
    Map<String, String> shown = new TreeMap<>();
    showNames("", line, shown);

    // Then
    assertThat(shown)
        .containsKeys(" demo", " topics evaluate", " stories cost", " lab bench clean");
    assertThat(shown).allSatisfy((runs, name) -> assertThat(name).isEqualTo("storywire" + runs));
  }

  @Test
  void shouldReadOneCommandAsAllOfThemDoWhenItsNameIsKnown() {
    CommandLine all = Storywire.commandLine();
    for (String name : all.getSubcommands().keySet()) {
      // When
      CommandLine one = Storywire.commandLine(name);

      // Then
      assertThat(one.getSubcommands()).containsOnlyKeys(name);
      assertThat(one.getSubcommands().get(name).getUsageMessage())
          .isEqualTo(all.getSubcommands().get(name).getUsageMessage());
    }
  }

  private static void showNames(String parent, CommandLine command, Map<String, String> shown) {
    command
        .getSubcommands()
        .forEach(
            (name, part) -> {
              shown.put(parent + " " + name, part.getCommandSpec().qualifiedName());
              showNames(parent + " " + name, part, shown);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replay --diff %1$s %1$s",
        "explain bridge-1 --from %1$s",
        "ask bridge-1 --from %1$s",
        "export --from %1$s --out %1$s/tables",
        "stories timeline --replay %1$s --out %1$s/page.html"
      })
  void shouldNameTheFileAndWhatWasExpectedWhenADirectoryHoldsNoReplay(
      String command, @TempDir Path directory) {
    // When
    int code = line.execute(command.formatted(directory).split(" "));

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(error.toString().strip())
        .startsWith("storywire: unable to read " + directory)
        .contains(", expected the directory of a replay");
  }

  @Test
  void shouldPrintItsVersionWithCommitKafkaAndJava() {
    // When
    int code = line.execute("--version");

    // Then
    assertThat(code).isZero();
    assertThat(out.toString().strip())
        .matches(
            "storywire (\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?|unknown)"
                + " \\(commit (\\p{XDigit}{7,}|unknown), Kafka \\d+\\.\\d+\\.\\d+, Java \\d.*\\)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tail --nonsense", "broker --port many", "broker --port 70000"})
  void shouldFailWithUsageWhenCommandLineIsWrong(String arguments) {
    // When
    int code = line.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    // Then
    assertThat(code).isEqualTo(2);
    assertThat(error.toString()).contains("Usage: storywire");
  }

  @Test
  void shouldShowWhatMeasuresUnderTheLabOnly() {
    // When
    line.execute("--help");
    line.execute("topics", "--help");

    // Then
    assertThat(out.toString().lines().map(String::strip))
        .anyMatch(shown -> shown.startsWith("lab "))
        .noneMatch(shown -> shown.matches("(copies|stories|bench|evaluate|unseen) .*"));
    assertThat(line.getSubcommands().get("lab").getSubcommands())
        .containsKeys("copies", "stories", "topics", "bench");
  }

  @Test
  void shouldWrapHelpAtTheWidthOfTheTerminalOnly() {
    // When
    line.setUsageHelpAutoWidth(false).setUsageHelpWidth(72).execute("ingest", "--help");

    // Then
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).allSatisfy(shown -> assertThat(shown).hasSizeLessThanOrEqualTo(72));
    int settings =
        lines.indexOf(
            lines.stream().filter(l -> l.startsWith("Settings:")).findFirst().orElseThrow());
    assertThat(lines.subList(settings, settings + 4))
        .allSatisfy(shown -> assertThat(shown).hasSizeGreaterThan(50));
  }

  @Test
  void shouldCompleteCommandsWhenItsScriptIsRead() throws Exception {
    // Given
    assumeThat(Path.of("/bin/bash")).exists();

    // When
    line.execute("completion");
    Process bash =
        new ProcessBuilder(
                "/bin/bash",
                "-c",
                out
                    + "\nCOMP_WORDS=(storywire set); COMP_CWORD=1; _complete_storywire;"
                    + " echo \"offered: ${COMPREPLY[*]}\"")
            .redirectErrorStream(true)
            .start();

    // Then
    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("offered: settings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "process -s nonsense=1",
        "process -s streams.threads=many",
        "process -s syndication.window=P0D",
        "tail -s nonsense=1",
        "settings -s ops.port=-1",
        "settings -s fetch.timeout=soon"
      })
  void shouldFailWithTheSettingsNameWhenItIsUnknownOrIllegal(String arguments) {
    // Given
    String setting = arguments.replaceFirst(".* ([a-z.]+)=.*", "$1");

    // When
    int code = line.execute(arguments.split(" "));

    // Then
    assertThat(code).isEqualTo(2);
    assertThat(error.toString().lines().toList()).singleElement().asString().contains(setting);
  }

  @Test
  void shouldFailInOneLineWhenInputIsMissing(@TempDir Path directory) {
    // Given
    Path before = directory.resolve("before");

    // When
    int code = line.execute("replay", "--diff", before.toString(), before.toString());

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(error.toString().lines().toList())
        .singleElement()
        .asString()
        .startsWith("storywire: ")
        .contains(before.toString());
  }

  @Test
  void shouldShowTheStackWhenVerbose(@TempDir Path directory) {
    // Given
    Path before = directory.resolve("before");

    // When
    int code = line.execute("replay", "--verbose", "--diff", before.toString(), before.toString());

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(error.toString()).contains("\tat org.storywire");
  }
}
