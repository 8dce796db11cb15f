package org.storywire.processor.workbench.topics;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.storywire.processor.text.Document;
import org.storywire.processor.topics.Tagger;
import org.storywire.processor.topics.Taxonomy;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the shipped tagger on the fifth of each set that training did not see. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures the shipped tagger on the fifth of each set that training did not see.")
public final class EvaluateTopics implements Callable<Integer> {

  private static final int WARM_UP_ROUNDS = 30;
  private static final int MEASURED_ROUNDS = 31;

  @Option(names = "--data", required = true, description = "Directory with the labelled sets.")
  private Path data;

  @Option(names = "--diagram", description = "File that receives the reliability diagram (PNG).")
  private Path diagram;

  @Option(names = "--only", description = "One set: allsides, bbc, masakhanews, reuters.")
  private String only;

  /** Runs the command. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.exit(new CommandLine(new EvaluateTopics()).execute(args));
  }

  @Override
  public Integer call() {
    Taxonomy taxonomy = Taxonomy.load();
    Tagger tagger = Tagger.load();
    LabelledSets sets = new LabelledSets(data, taxonomy);
    List<Example> held =
        sets.all().stream()
            .filter(e -> e.fold() == TrainTopics.HELD_OUT)
            .filter(e -> only == null || e.set().startsWith(only))
            .toList();
    TopicEvaluation evaluation = TopicEvaluation.of(taxonomy, tagger, held);
    evaluation.print(System.out);
    ownClasses(taxonomy, tagger, held);
    if (diagram != null) {
      ReliabilityDiagram.write(evaluation.best(), diagram);
    }
    speed(tagger);
    return 0;
  }

  /** MasakhaNEWS asks to choose among its own classes only. */
  private static void ownClasses(Taxonomy taxonomy, Tagger tagger, List<Example> held) {
    for (String set : List.of("masakhanews", "masakhanews-fra", "bbc")) {
      List<Example> members = held.stream().filter(e -> e.set().equals(set)).toList();
      Set<Integer> classes = TopicEvaluation.topLevels(taxonomy, members);
      long right =
          members.stream()
              .filter(e -> TopicEvaluation.answersRight(taxonomy, tagger, e, classes))
              .count();
      if (!members.isEmpty()) {
        System.out.printf(
            Locale.ROOT,
            "%s, choosing among its own %d classes: accuracy %.4f of %d%n",
            set,
            classes.size(),
            right / (double) members.size(),
            members.size());
      }
    }
  }

  /** Time and bytes allocated for one article of about 600 words. */
  private void speed(Tagger tagger) {
    List<Document> articles =
        Corpus.read(data.resolve("articles-outlets/articles-2013.jsonl.gz")).stream()
            .limit(1_500)
            .map(line -> line.document("en"))
            .filter(d -> d.body().tokens().size() > 500 && d.body().tokens().size() < 700)
            .toList();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    long tags = 0;
    long bytes = 0;
    double[] micros = new double[MEASURED_ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < MEASURED_ROUNDS; round++) {
      long bytesBefore = threads.getThreadAllocatedBytes(self);
      long timeBefore = threads.getCurrentThreadCpuTime();
      for (Document article : articles) {
        tags += tagger.tag(article).size();
      }
      if (round >= 0) {
        micros[round] = (threads.getCurrentThreadCpuTime() - timeBefore) / 1e3 / articles.size();
        bytes = threads.getThreadAllocatedBytes(self) - bytesBefore;
      }
    }
    Arrays.sort(micros);
    System.out.printf(
        Locale.ROOT,
        "%d articles of 500 to 700 words: %.1f us CPU (median of %d rounds, %.1f to %.1f)"
            + " and %d bytes each, %.1f tags%n",
        articles.size(),
        micros[MEASURED_ROUNDS / 2],
        MEASURED_ROUNDS,
        micros[0],
        micros[MEASURED_ROUNDS - 1],
        bytes / articles.size(),
        tags / (double) (articles.size() * (WARM_UP_ROUNDS + MEASURED_ROUNDS)));
  }
}
