package org.storywire.processor.app.redrive;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.storywire.processor.app.SettingsOptions;
import org.storywire.schemas.Cluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code storywire redrive}: sends dead letters back to the topics they came from. */
@Command(
    name = "redrive",
    sortOptions = false,
    description = {
      "Send dead letters back to the topics they came from, once each.",
      "The record is as it was, with a header storywire.redriven that names its letter; a receipt",
      "in the dead-letter topic keeps it from being sent again. Letters of ingest name a file and",
      "a line, not a topic: mend the file and feed it again."
    },
    footer = {
      "",
      "To mend bytes: --export DIR, change the files, then --mended DIR sends those that are there."
    })
public final class RedriveCommand implements Callable<Integer> {

  @Mixin private SettingsOptions settings;

  @Spec private CommandSpec spec;

  @Option(
      names = "--cause",
      paramLabel = "TEXT",
      description = "Only letters whose exception or message contains this.")
  private String cause;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only letters that came from this topic.")
  private String topic;

  @Option(
      names = "--id",
      paramLabel = "ID",
      arity = "1..*",
      description = "Only these letters: PARTITION:OFFSET in the dead-letter topic, or event id.")
  private Set<String> ids = Set.of();

  @Option(names = "--again", description = "Also letters that were redriven before and died again.")
  private boolean again;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "" + Integer.MAX_VALUE,
      description = "At most so many. Default: all.")
  private int limit;

  @Option(names = "--dry-run", description = "Show the letters and send nothing.")
  private boolean dryRun;

  @Option(
      names = "--export",
      paramLabel = "DIR",
      description = "Write each letter's bytes to DIR/PARTITION-OFFSET.bin and send nothing.")
  private Path export;

  @Option(
      names = "--mended",
      paramLabel = "DIR",
      description = "Send only letters that have a file in DIR, with the file's bytes.")
  private Path mended;

  @Override
  public Integer call() throws IOException {
    if (limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "illegal --limit: " + limit + ", must be at least 1");
    }
    Cluster cluster = settings.load().cluster().reached();
    Selection selection =
        new Selection(Optional.ofNullable(cause), Optional.ofNullable(topic), ids, again);
    List<Letter> all = LetterBox.open(cluster);
    List<Letter> chosen =
        all.stream()
            .filter(selection::wants)
            .filter(letter -> mended == null || Files.exists(file(mended, letter)))
            .limit(limit)
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    chosen.forEach(out::println);
    out.flush();
    out.printf("%d letters, %d chosen, %s%n", all.size(), chosen.size(), act(cluster, chosen));
    out.flush();
    return 0;
  }

  /** Does what was asked for; says what it was. */
  private String act(Cluster cluster, List<Letter> chosen) throws IOException {
    if (export != null) {
      Files.createDirectories(export);
      for (Letter letter : chosen) {
        byte[] value = letter.letter().value();
        Files.write(file(export, letter), value == null ? new byte[0] : value);
      }
      return chosen.size() + " written to " + export;
    }
    if (dryRun || chosen.isEmpty()) {
      return "none sent";
    }
    try (Redriver redriver = Redriver.open(cluster)) {
      for (Letter letter : chosen) {
        redriver.send(
            letter,
            mended == null ? letter.letter().value() : Files.readAllBytes(file(mended, letter)));
      }
    }
    return chosen.size() + " sent";
  }

  private static Path file(Path directory, Letter letter) {
    return directory.resolve(letter.id().replace(':', '-') + ".bin");
  }
}
