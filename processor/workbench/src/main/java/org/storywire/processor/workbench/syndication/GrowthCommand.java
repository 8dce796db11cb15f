package org.storywire.processor.workbench.syndication;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.storywire.processor.syndication.CopyMemory;
import org.storywire.processor.syndication.CopyVerdict;
import org.storywire.processor.syndication.Fingerprint;
import org.storywire.processor.syndication.Fingerprinter;
import org.storywire.processor.syndication.SyndicationConfig;
import org.storywire.processor.syndication.Syndicator;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Fills the window with disguised articles of a corpus and measures, at several sizes, what one
 * more article costs: thread CPU time of both stages on perturbed texts never judged before, a
 * tenth of them copies.
 */
@Command(
    name = "growth",
    mixinStandardHelpOptions = true,
    description = "Time and memory per article as the window grows; index rebuild time.")
public final class GrowthCommand implements Callable<Integer> {

  private static final int PROBE = 4_000;

  @Parameters(arity = "1..*", description = "Article files (.jsonl, .jsonl.gz) to multiply.")
  private List<Path> files;

  @Option(names = "--sizes", split = ",", defaultValue = "10000,100000,1000000")
  private List<Integer> sizes;

  @Option(names = "--models", defaultValue = "4000", description = "Articles of the corpus used.")
  private int models;

  @Option(names = "--out", required = true, description = "Directory for growth.tsv and plots.")
  private Path out;

  private final SyndicationConfig config = SyndicationConfig.defaults();
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private List<Corpus.Line> corpus;
  private final List<Fingerprint> modelPrints = new ArrayList<>();
  private long made;

  /** Runs the command alone. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new GrowthCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    corpus = Corpus.readByTime(files);
    int step = Math.max(1, corpus.size() / models);
    List<Corpus.Line> chosen = new ArrayList<>();
    for (int i = 0; i < corpus.size(); i += step) {
      chosen.add(corpus.get(i));
    }
    corpus = chosen;
    for (Corpus.Line line : chosen) {
      modelPrints.add(fingerprinter.of(line.document("en"), List.of(), false));
    }
    warmUp();
    List<double[]> rows = new ArrayList<>();
    try (PrintWriter table = new PrintWriter(Files.newBufferedWriter(out.resolve("growth.tsv")))) {
      String header =
          "articles\tanalyse_us\tfingerprint_us\tjudge_us\tp99_us\tmax_us\tbytes\trebuild_s"
              + "\tcopies_found\tcopies_made\tcomparisons";
      table.println(header);
      System.out.println(header);
      measure(table, rows);
    }
    plot(rows);
    return 0;
  }

  /** Lets the virtual machine compile everything before the first figure is taken. */
  private void warmUp() {
    Syndicator syndicator = new Syndicator(config, new PairsCommand.Forgetful());
    fill(syndicator, 20_000);
    probe(syndicator);
  }

  private void measure(PrintWriter table, List<double[]> rows) {
    Memory memory = new Memory();
    Syndicator syndicator = new Syndicator(config, memory);
    for (int size : sizes) {
      fill(syndicator, size);
      double[] probe = probe(syndicator);
      double rebuild = memory.sampleRebuild(config, syndicator.held());
      double[] row = {
        size,
        probe[0],
        probe[1],
        probe[2],
        probe[3],
        probe[4],
        syndicator.bytesHeld() / (double) syndicator.held(),
        rebuild,
        probe[5],
        probe[6],
        probe[7]
      };
      StringBuilder line = new StringBuilder();
      for (double value : row) {
        line.append(line.isEmpty() ? "" : "\t").append(String.format("%.1f", value));
      }
      table.println(line);
      System.out.println(line);
      rows.add(row);
    }
  }

  /** Fills with disguises of the models: the work of judging without that of making texts. */
  private void fill(Syndicator syndicator, int size) {
    while (syndicator.held() < size) {
      Fingerprint model = modelPrints.get((int) (made % modelPrints.size()));
      String id = Hashing.id("article", Long.toString(made));
      syndicator.judge(model.disguised(id, time(), Hashing.mix(made)), "");
      made++;
    }
  }

  /** Times each stage on new articles; one in ten is a copy, cut to its first two thirds. */
  private double[] probe(Syndicator syndicator) {
    var threads = ManagementFactory.getThreadMXBean();
    double[] sums = new double[8];
    long[] judging = new long[PROBE];
    long compared = syndicator.comparisons();
    String earlier = body(made);
    for (int i = 0; i < PROBE; i++) {
      boolean copy = i % 10 == 9;
      String text = copy ? cut(earlier) : body(made);
      earlier = copy ? earlier : text;
      String id = Hashing.id("article", Long.toString(made++));
      long start = threads.getCurrentThreadCpuTime();
      Document document = Document.of(id, "source-" + made % 997, "en", time(), "", text);
      long analysed = threads.getCurrentThreadCpuTime();
      Fingerprint fingerprint = fingerprinter.of(document, List.of(), false);
      long fingerprinted = threads.getCurrentThreadCpuTime();
      Fingerprint crossed = Fingerprint.fromBytes(fingerprint.toBytes());
      CopyVerdict verdict = syndicator.judge(crossed, text).verdict();
      judging[i] = threads.getCurrentThreadCpuTime() - fingerprinted;
      sums[0] += (analysed - start) / 1e3 / PROBE;
      sums[1] += (fingerprinted - analysed) / 1e3 / PROBE;
      sums[2] += judging[i] / 1e3 / PROBE;
      sums[5] += verdict instanceof CopyVerdict.Copy ? 1 : 0;
      sums[6] += copy ? 1 : 0;
    }
    Arrays.sort(judging);
    sums[3] = judging[PROBE * 99 / 100] / 1e3;
    sums[4] = judging[PROBE - 1] / 1e3;
    sums[7] = (syndicator.comparisons() - compared) / (double) PROBE;
    return sums;
  }

  private static String cut(String text) {
    return text.substring(0, text.length() * 2 / 3);
  }

  private Instant time() {
    return Instant.parse("2026-01-01T00:00:00Z").plusMillis(made * 300);
  }

  private String body(long number) {
    Corpus.Line model = corpus.get((int) (number % corpus.size()));
    return Perturbation.of(model.body(), number);
  }

  private static void plot(Path file, String y, List<double[]> rows, int column, String name) {
    List<double[]> points = new ArrayList<>();
    rows.forEach(row -> points.add(new double[] {row[0], row[column]}));
    Plot.write(file, name, "articles in the window", y, true, List.of(new Plot.Series(y, points)));
  }

  private void plot(List<double[]> rows) {
    List<Plot.Series> series = new ArrayList<>();
    String[] names = {"analyse text", "fingerprint", "judge (ordered stage)"};
    for (int column = 1; column <= 3; column++) {
      List<double[]> points = new ArrayList<>();
      for (double[] row : rows) {
        points.add(new double[] {row[0], row[column]});
      }
      series.add(new Plot.Series(names[column - 1], points));
    }
    Plot.write(
        out.resolve("growth-time.svg"),
        "CPU per article",
        "articles in the window",
        "µs",
        true,
        series);
    plot(out.resolve("growth-bytes.svg"), "bytes", rows, 6, "Memory per article in the window");
  }

  /** Keeps one stored value in twenty, which is enough to time a rebuild. */
  private static final class Memory implements CopyMemory {
    private final List<byte[]> values = new ArrayList<>();

    @Override
    public void put(long sequence, byte[] value) {
      if (sequence % 20 == 0) {
        values.add(value);
      }
    }

    @Override
    public void delete(long sequence) {}

    /** Seconds to rebuild an index of {@code held} articles, extrapolated from a twentieth. */
    double sampleRebuild(SyndicationConfig config, int held) {
      Syndicator rebuilt = new Syndicator(config, new PairsCommand.Forgetful());
      long start = System.nanoTime();
      values.forEach(rebuilt::restore);
      return (System.nanoTime() - start) / 1e9 * held / values.size();
    }
  }
}
