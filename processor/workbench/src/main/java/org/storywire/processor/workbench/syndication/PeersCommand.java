package org.storywire.processor.workbench.syndication;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.storywire.processor.syndication.SyndicationConfig;
import org.storywire.processor.text.Document;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs ours and other methods over one corpus, article by article in turn, so that all meet the
 * same load of the machine. Time is thread CPU from tokens to verdict; each method runs twice, the
 * first time to warm up.
 */
@Command(
    name = "peers",
    mixinStandardHelpOptions = true,
    description = "Ours beside MinHash-LSH and SimHash: accuracy, speed, memory.")
public final class PeersCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", description = "Article files of one set (.jsonl, .jsonl.gz).")
  private List<Path> files;

  @Option(names = "--pairs", required = true, description = "Table with columns set, a, b, label.")
  private Path pairs;

  @Option(names = "--set", required = true, description = "Name of the set to score.")
  private String set;

  @Option(names = "--out", required = true, description = "Directory for peers-NAME.tsv.")
  private Path out;

  /** Runs the command alone. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new PeersCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    List<Corpus.Line> lines = Corpus.readByTime(files);
    run(lines.subList(0, Math.min(4_000, lines.size())), null);
    try (PrintWriter table =
        new PrintWriter(Files.newBufferedWriter(out.resolve("peers-" + set + ".tsv")))) {
      run(lines, table);
    }
    return 0;
  }

  private void run(List<Corpus.Line> lines, PrintWriter table) {
    long window = SyndicationConfig.defaults().window().toMillis();
    Map<String, String> ours = new HashMap<>();
    List<Peer> peers =
        List.of(
            new OurPeer(ours),
            new MinHashPeer(0.5, 25, 5, window),
            new MinHashPeer(0.8, 9, 13, window),
            new SimHashPeer(window));
    List<Map<String, String>> groups =
        List.of(ours, new HashMap<>(), new HashMap<>(), new HashMap<>());
    long[] cpu = new long[peers.size()];
    long[] most = new long[peers.size()];
    int[] held = new int[peers.size()];
    var threads = ManagementFactory.getThreadMXBean();
    for (Corpus.Line line : lines) {
      Document document = line.document("en");
      for (int p = 0; p < peers.size(); p++) {
        long start = threads.getCurrentThreadCpuTime();
        String group = peers.get(p).group(document);
        cpu[p] += threads.getCurrentThreadCpuTime() - start;
        groups.get(p).put(line.id(), group);
        if (peers.get(p).held() > held[p]) {
          held[p] = peers.get(p).held();
          most[p] = peers.get(p).bytes();
        }
      }
    }
    if (table == null) {
      return;
    }
    String header = "method\tprecision\trecall\tf1\tarticles_per_s\tus\tbytes_per_article";
    table.println(header);
    System.out.println(header);
    for (int p = 0; p < peers.size(); p++) {
      double[] score = score(groups.get(p));
      String row =
          String.format(
              Locale.ROOT,
              "%s\t%.3f\t%.3f\t%.3f\t%.0f\t%.1f\t%d",
              peers.get(p).name(),
              score[0],
              score[1],
              score[2],
              lines.size() / (cpu[p] / 1e9),
              cpu[p] / 1e3 / lines.size(),
              most[p] / Math.max(1, held[p]));
      table.println(row);
      System.out.println(row);
    }
  }

  /** The articles of the set. */
  List<Path> files() {
    return files;
  }

  /** Precision, recall and F1 of groups, by id of article. */
  double[] score(Map<String, String> group) {
    int[] c = new int[4];
    for (Map<String, String> row : Corpus.table(pairs)) {
      String label = row.get("label");
      if (row.get("set").equals(set) && (label.equals("0") || label.equals("1"))) {
        String first = group.get(row.get("a"));
        boolean same = first != null && first.equals(group.get(row.get("b")));
        c[(label.equals("1") ? 0 : 2) + (same ? 0 : 1)]++;
      }
    }
    double precision = c[0] + c[2] == 0 ? 1 : c[0] / (double) (c[0] + c[2]);
    double recall = c[0] + c[1] == 0 ? 1 : c[0] / (double) (c[0] + c[1]);
    double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return new double[] {precision, recall, f1};
  }
}
