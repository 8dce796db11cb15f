package org.storywire.processor.workbench.syndication;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.storywire.processor.syndication.CopyMemory;
import org.storywire.processor.syndication.CopyVerdict;
import org.storywire.processor.syndication.Correction;
import org.storywire.processor.syndication.Fingerprint;
import org.storywire.processor.syndication.Fingerprinter;
import org.storywire.processor.syndication.Judgement;
import org.storywire.processor.syndication.SyndicationConfig;
import org.storywire.processor.syndication.Syndicator;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.workbench.Corpus;
import org.storywire.processor.workbench.Delays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges article sets in one pass by time and scores the groups against labelled pairs. */
@Command(
    name = "pairs",
    mixinStandardHelpOptions = true,
    description = "Scores copy groups against labelled pairs; writes the groups.")
public final class PairsCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", description = "Article files of one set (.jsonl, .jsonl.gz).")
  private List<Path> files;

  @Option(names = "--pairs", required = true, description = "Table with columns set, a, b, label.")
  private Path pairs;

  @Option(names = "--out", required = true, description = "Directory for groups.tsv and edges.tsv.")
  private Path out;

  @Option(names = "--set", description = "Names of sets to score.", split = ",")
  private List<String> sets;

  @Option(
      names = "--orders",
      defaultValue = "1",
      description = "Judge so often, with other ids each time: they decide between equal times.")
  private int orders;

  @Option(
      names = "--late",
      defaultValue = "PT0S",
      description = "Longest delay of receipt after publication, by which the order is shuffled.")
  private Duration late;

  /** Runs the command alone. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new PairsCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    List<Corpus.Line> lines = new ArrayList<>(Corpus.readByTime(files));
    Delays delays = new Delays(late, "late");
    lines.sort(delays.order(Corpus.Line::id, Corpus.Line::published));
    Map<String, String> group = new HashMap<>();
    long started = System.nanoTime();
    int held;
    try (PrintWriter edges = writer("edges.tsv")) {
      edges.println("article\tparent\torigin\trelation\tcontainment\tjaccard\trun\tpassage");
      held = judge(lines, delays, group, edges);
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    try (PrintWriter groups = writer("groups.tsv")) {
      groups.println("article\tgroup");
      lines.forEach(line -> groups.println(line.id() + "\t" + group.get(line.id())));
    }
    System.out.printf(
        "%d articles, %d held at the end, %.1f s, %.0f µs an article%n",
        lines.size(), held, seconds, seconds * 1e6 / lines.size());
    List<String> wrong = score(group);
    wrong.forEach(System.out::println);
    for (int order = 1; order < orders; order++) {
      score(judgeRenamed(lines, delays, "order " + order));
    }
    System.out.println(new ReadPairs(Corpus.table(pairs)).report(lines, group));
    return 0;
  }

  /** Groups of the same articles under other ids, by the ids they have here. */
  private static Map<String, String> judgeRenamed(
      List<Corpus.Line> lines, Delays delays, String salt) {
    Map<String, String> names = new HashMap<>();
    List<Corpus.Line> renamed = new ArrayList<>();
    for (Corpus.Line line : lines) {
      String name = Hashing.id(salt, line.id());
      names.put(line.id(), name);
      renamed.add(
          new Corpus.Line(
              name, line.source(), line.published(), line.title(), line.body(), line.fields()));
    }
    renamed.sort(delays.order(Corpus.Line::id, Corpus.Line::published));
    Map<String, String> group = new HashMap<>();
    judge(renamed, delays, group, new PrintWriter(Writer.nullWriter()));
    names.replaceAll((id, name) -> group.get(name));
    return names;
  }

  private PrintWriter writer(String name) throws IOException {
    return new PrintWriter(Files.newBufferedWriter(out.resolve(name)));
  }

  private static int judge(
      List<Corpus.Line> lines, Delays delays, Map<String, String> group, PrintWriter edges) {
    SyndicationConfig config = SyndicationConfig.defaults();
    Fingerprinter fingerprinter = new Fingerprinter();
    Syndicator syndicator = new Syndicator(config, new Forgetful());
    for (Corpus.Line line : lines) {
      Document document = line.document("en");
      Fingerprint fingerprint =
          fingerprinter.of(
              document, List.of(), false, 0, delays.receipt(line.id(), line.published()), 0);
      Judgement judgement = syndicator.judge(fingerprint, document.body().string());
      group.put(line.id(), judgement.verdict().originId());
      if (judgement.verdict() instanceof CopyVerdict.Copy copy) {
        edges.printf(
            "%s\t%s\t%s\t%s\t%.3f\t%.3f\t%d\t%s%n",
            line.id(),
            copy.parentId(),
            copy.originId(),
            copy.relation(),
            copy.evidence().containment(),
            copy.evidence().jaccard(),
            copy.evidence().longestRun(),
            copy.evidence().passage().replaceAll("\\s+", " "));
      }
      for (Correction correction : judgement.corrections()) {
        group.put(correction.articleId(), correction.originId());
      }
    }
    return syndicator.held();
  }

  /** Prints precision and recall; gives the pairs that were missed or falsely joined. */
  private List<String> score(Map<String, String> group) {
    Map<String, int[]> counts = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Map<String, String> row : Corpus.table(pairs)) {
      String label = row.get("label");
      boolean wanted = sets == null || sets.contains(row.get("set"));
      if (!wanted || !(label.equals("0") || label.equals("1"))) {
        continue;
      }
      String first = group.get(row.get("a"));
      boolean same = first != null && first.equals(group.get(row.get("b")));
      int kind = (label.equals("1") ? 0 : 2) + (same ? 0 : 1);
      counts.computeIfAbsent(row.get("set"), set -> new int[4])[kind]++;
      if (kind == 1 || kind == 2) {
        wrong.add((kind == 1 ? "missed" : "false") + "\t" + row);
      }
    }
    counts.forEach(PairsCommand::print);
    return wrong;
  }

  private static void print(String set, int[] c) {
    double precision = c[0] + c[2] == 0 ? 1 : c[0] / (double) (c[0] + c[2]);
    double recall = c[0] + c[1] == 0 ? 1 : c[0] / (double) (c[0] + c[1]);
    double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    System.out.printf(
        "%s tp %d fn %d fp %d tn %d precision %.4f recall %.4f f1 %.4f%n",
        set, c[0], c[1], c[2], c[3], precision, recall, f1);
  }

  /** Memory that is never restored from. */
  static final class Forgetful implements CopyMemory {
    @Override
    public void put(long sequence, byte[] value) {}

    @Override
    public void delete(long sequence) {}
  }
}
