package org.storywire.processor.workbench.syndication;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.storywire.processor.syndication.CopyVerdict;
import org.storywire.processor.syndication.Fingerprinter;
import org.storywire.processor.syndication.SyndicationConfig;
import org.storywire.processor.syndication.Syndicator;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.TextCleaner;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Makes edited copies with known origins from any corpus and measures, for each edit and strength,
 * how many are attributed to their origin (recall) and how many attributions are right (precision).
 * As many articles without copies arrive among them.
 */
@Command(
    name = "ladder",
    mixinStandardHelpOptions = true,
    description = "Recall and precision for edited copies with known truth, as a table and a plot.")
public final class LadderCommand implements Callable<Integer> {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int SHORTEST = 1_500;

  @Parameters(arity = "1..*", description = "Article files (.jsonl, .jsonl.gz).")
  private List<Path> files;

  @Option(names = "--articles", defaultValue = "300", description = "Origins for each cell.")
  private int articles;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Option(names = "--out", required = true, description = "Directory for ladder.tsv, ladder.svg.")
  private Path out;

  private final SyndicationConfig config = SyndicationConfig.defaults();
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final List<Document> origins = new ArrayList<>();
  private final List<Document> bystanders = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  /** Runs the command alone. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new LadderCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    deal();
    List<Plot.Series> recall = new ArrayList<>();
    try (PrintWriter table = new PrintWriter(Files.newBufferedWriter(out.resolve("ladder.tsv")))) {
      String header = "edit\tunit\tstrength\tcopies\tfound\twrong\trecall\tprecision";
      table.println(header);
      System.out.println(header);
      for (Map.Entry<String, Edits.Rung> edit : Edits.all().entrySet()) {
        recall.add(new Plot.Series(edit.getKey(), climb(edit.getKey(), edit.getValue(), table)));
      }
    }
    Plot.write(
        out.resolve("ladder.svg"),
        "Copies attributed to their origin, by edit and strength",
        "strength (step of the ladder)",
        "recall",
        false,
        recall);
    return 0;
  }

  /** Origins, articles without copies, and articles to take paragraphs from: no two alike. */
  private void deal() {
    List<Corpus.Line> lines = new ArrayList<>();
    Syndicator sieve = new Syndicator(config, new PairsCommand.Forgetful());
    for (Corpus.Line line : Corpus.readByTime(files)) {
      if (line.body().length() < SHORTEST) {
        continue;
      }
      Document document = at(line.id(), line.source(), line.title(), line.body(), START);
      CopyVerdict verdict =
          sieve
              .judge(fingerprinter.of(document, List.of(), false), document.body().string())
              .verdict();
      if (verdict instanceof CopyVerdict.Original) {
        lines.add(line);
      }
    }
    Collections.shuffle(lines, new Random(seed));
    int third = Math.min(articles, lines.size() / 3);
    for (int i = 0; i < third; i++) {
      Corpus.Line line = lines.get(i);
      origins.add(at(line.id(), line.source(), line.title(), line.body(), START));
      Corpus.Line bystander = lines.get(third + i);
      bystanders.add(
          at(
              bystander.id(),
              bystander.source(),
              bystander.title(),
              bystander.body(),
              START.plus(Duration.ofHours(2))));
      others.add(TextCleaner.clean(lines.get(2 * third + i).body()));
    }
  }

  private static Document at(String id, String source, String title, String body, Instant at) {
    return Document.of(id, source, "en", at, TextCleaner.clean(title), TextCleaner.clean(body));
  }

  private List<double[]> climb(String name, Edits.Rung rung, PrintWriter table) {
    List<double[]> points = new ArrayList<>();
    for (int step = 0; step < rung.strengths().length; step++) {
      double strength = rung.strengths()[step];
      int[] counts = measure(name, rung.edit(), strength);
      double recall = counts[0] / (double) origins.size();
      double precision = counts[0] == 0 ? 1 : counts[0] / (double) (counts[0] + counts[1]);
      String line =
          String.format(
              Locale.ROOT,
              "%s\t%s\t%s\t%d\t%d\t%d\t%.3f\t%.3f",
              name,
              rung.unit(),
              strength,
              origins.size(),
              counts[0],
              counts[1],
              recall,
              precision);
      table.println(line);
      System.out.println(line);
      points.add(new double[] {step + 1, recall});
    }
    return points;
  }

  /** Right and wrong attributions. */
  private int[] measure(String name, Edits.Edit edit, double strength) {
    Syndicator syndicator = new Syndicator(config, new PairsCommand.Forgetful());
    for (Document origin : origins) {
      judge(syndicator, origin);
    }
    int[] counts = new int[2];
    for (int i = 0; i < origins.size(); i++) {
      Document origin = origins.get(i);
      Random random = new Random(seed * 31 + i);
      String body = edit.apply(origin.body().string(), strength, others, random);
      boolean retitled = name.equals("headline");
      String title = retitled ? "What we know so far, in brief" : origin.title().string();
      Instant later = START.plus(Duration.ofHours(3));
      Document copy = at(origin.id() + "-copy", "copyist " + i % 40, title, body, later);
      count(counts, judge(syndicator, copy), origin.id());
      count(counts, judge(syndicator, bystanders.get(i)), "");
    }
    return counts;
  }

  private static void count(int[] counts, CopyVerdict verdict, String wanted) {
    if (verdict instanceof CopyVerdict.Copy copy) {
      counts[copy.originId().equals(wanted) ? 0 : 1]++;
    }
  }

  private CopyVerdict judge(Syndicator syndicator, Document document) {
    return syndicator
        .judge(fingerprinter.of(document, List.of(), false), document.body().string())
        .verdict();
  }
}
