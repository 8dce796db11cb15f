package org.storywire.processor.workbench.syndication;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.storywire.processor.syndication.Fingerprint;
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
 * What the whole copy path costs an article, from tokens to verdict, with nothing else in the
 * process: thread CPU time of each stage, round by round. The first rounds include compilation.
 */
@Command(
    name = "cost",
    mixinStandardHelpOptions = true,
    description = "CPU per article of each stage, judging the same articles several times over.")
public final class CostCommand implements Callable<Integer> {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Parameters(arity = "1..*", description = "Article files (.jsonl, .jsonl.gz).")
  private List<Path> files;

  @Option(names = "--rounds", defaultValue = "6", description = "How often; default 6.")
  private int rounds;

  /** Runs the command alone. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new CostCommand()).execute(args));
  }

  @Override
  public Integer call() {
    List<Corpus.Line> lines = Corpus.readByTime(files);
    double length = lines.stream().mapToInt(line -> line.body().length()).average().orElse(0);
    System.out.printf(
        Locale.ROOT, "%,d articles of %,.0f characters on average%n", lines.size(), length);
    System.out.println("round\tfingerprint_us\tbytes_us\tjudge_us\ttotal_us");
    for (int round = 1; round <= rounds; round++) {
      double[] us = judge(lines);
      System.out.printf(
          Locale.ROOT,
          "%d\t%.1f\t%.1f\t%.1f\t%.1f%n",
          round,
          us[0],
          us[1],
          us[2],
          us[0] + us[1] + us[2]);
    }
    return 0;
  }

  /** One pass by time with an empty window: µs an article of each stage. */
  private static double[] judge(List<Corpus.Line> lines) {
    SyndicationConfig config = SyndicationConfig.defaults();
    Fingerprinter fingerprinter = new Fingerprinter();
    Syndicator syndicator = new Syndicator(config, new PairsCommand.Forgetful());
    long[] nanos = new long[3];
    for (Corpus.Line line : lines) {
      Document document = line.document("en");
      long start = THREADS.getCurrentThreadCpuTime();
      Fingerprint fingerprint = fingerprinter.of(document, List.of(), false);
      long fingerprinted = THREADS.getCurrentThreadCpuTime();
      Fingerprint crossed = Fingerprint.fromBytes(fingerprint.toBytes());
      long crossedAt = THREADS.getCurrentThreadCpuTime();
      syndicator.judge(crossed, document.body().string());
      nanos[0] += fingerprinted - start;
      nanos[1] += crossedAt - fingerprinted;
      nanos[2] += THREADS.getCurrentThreadCpuTime() - crossedAt;
    }
    double[] us = new double[nanos.length];
    for (int stage = 0; stage < us.length; stage++) {
      us[stage] = nanos[stage] / 1e3 / Math.max(1, lines.size());
    }
    return us;
  }
}
