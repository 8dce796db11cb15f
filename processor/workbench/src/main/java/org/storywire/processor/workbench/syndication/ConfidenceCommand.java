package org.storywire.processor.workbench.syndication;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.storywire.processor.syndication.CopyEvidence;
import org.storywire.processor.syndication.CopyVerdict;
import org.storywire.processor.syndication.Fingerprinter;
import org.storywire.processor.syndication.SyndicationConfig;
import org.storywire.processor.syndication.Syndicator;
import org.storywire.processor.text.Document;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Reliability of the stated confidence: judges labelled pairs, and edited copies with known truth,
 * two articles at a time, and tells for each step of confidence how often the verdict was right.
 * Pairs that share too little to be weighed state no confidence and are not counted.
 */
@Command(
    name = "confidence",
    mixinStandardHelpOptions = true,
    description = "How often verdicts of each confidence are right.")
public final class ConfidenceCommand implements Callable<Integer> {

  private static final int STEPS = 20;
  private static final Duration LAG = Duration.ofHours(2);

  @Parameters(arity = "1..*", description = "Article files (.jsonl, .jsonl.gz).")
  private List<Path> files;

  @Option(names = "--pairs", required = true, description = "Table with columns set, a, b, label.")
  private Path pairs;

  @Option(names = "--edited", defaultValue = "100", description = "Articles that are edited.")
  private int edited;

  private final SyndicationConfig config = SyndicationConfig.defaults();
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final Tally labelled = new Tally("labelled pairs");
  private final Tally ladder = new Tally("edited copies");

  /** Runs the command alone. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new ConfidenceCommand()).execute(args));
  }

  @Override
  public Integer call() {
    Map<String, Corpus.Line> articles = new HashMap<>();
    List<Corpus.Line> lines = Corpus.readByTime(files);
    lines.forEach(line -> articles.put(line.id(), line));
    for (Map<String, String> row : Corpus.table(pairs)) {
      Corpus.Line a = articles.get(row.get("a"));
      Corpus.Line b = articles.get(row.get("b"));
      String label = row.get("label");
      if (a != null && b != null && (label.equals("0") || label.equals("1"))) {
        boolean inOrder = !b.published().isBefore(a.published());
        judge(inOrder ? a : b, document(inOrder ? b : a), label.equals("1"), labelled);
      }
    }
    climb(lines);
    System.out.println("of\tverdict\tconfidence\tverdicts\tmean\tright");
    labelled.print();
    ladder.print();
    return 0;
  }

  /** Every edit in every strength, of articles from the whole span. */
  private void climb(List<Corpus.Line> lines) {
    List<Corpus.Line> whole = lines.stream().filter(line -> line.body().length() > 1_500).toList();
    int step = Math.max(1, whole.size() / (2 * edited));
    List<String> others = new ArrayList<>();
    for (int i = step / 2; i < whole.size() && others.size() < edited; i += step) {
      others.add(whole.get(i).body());
    }
    for (Edits.Rung rung : Edits.all().values()) {
      for (double strength : rung.strengths()) {
        for (int i = 0; i < edited && (2 * i + 1) * step < whole.size(); i++) {
          Corpus.Line origin = whole.get(2 * i * step);
          Random random = new Random(i);
          String body = rung.edit().apply(origin.body(), strength, others, random);
          Instant at = origin.published().plus(LAG);
          Document copy = Document.of("copy", "copyist", "en", at, origin.title(), body);
          judge(origin, copy, true, ladder);
        }
      }
    }
  }

  private static Document document(Corpus.Line line) {
    return line.document("en");
  }

  private void judge(Corpus.Line earlier, Document later, boolean copy, Tally tally) {
    Syndicator syndicator = new Syndicator(config, new PairsCommand.Forgetful());
    judge(syndicator, document(earlier));
    CopyVerdict verdict = judge(syndicator, later);
    if (verdict instanceof CopyVerdict.Copy found) {
      tally.add(0, found.evidence(), copy);
    } else if (verdict instanceof CopyVerdict.Original alone) {
      alone.nearest().ifPresent(evidence -> tally.add(1, evidence, !copy));
    }
  }

  private CopyVerdict judge(Syndicator syndicator, Document document) {
    return syndicator
        .judge(fingerprinter.of(document, List.of(), false), document.body().string())
        .verdict();
  }

  /** Verdicts by kind and step of confidence. */
  private static final class Tally {
    private final String name;
    private final int[][] verdicts = new int[2][STEPS + 1];
    private final int[][] right = new int[2][STEPS + 1];
    private final double[][] sums = new double[2][STEPS + 1];

    Tally(String name) {
      this.name = name;
    }

    void add(int kind, CopyEvidence evidence, boolean isRight) {
      int step = (int) (evidence.confidence() * STEPS);
      verdicts[kind][step]++;
      right[kind][step] += isRight ? 1 : 0;
      sums[kind][step] += evidence.confidence();
    }

    void print() {
      for (int kind = 0; kind < 2; kind++) {
        for (int step = 0; step <= STEPS; step++) {
          int count = verdicts[kind][step];
          if (count > 0) {
            System.out.printf(
                Locale.ROOT,
                "%s\t%s\t%.2f\t%d\t%.3f\t%.3f%n",
                name,
                kind == 0 ? "copy" : "no copy",
                step / (double) STEPS,
                count,
                sums[kind][step] / count,
                right[kind][step] / (double) count);
          }
        }
      }
    }
  }
}
