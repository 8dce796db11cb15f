package org.storywire.processor.workbench.topics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.storywire.processor.topics.Taxonomy;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the method on public benchmarks, with each set's own labels and splits. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    description =
        "Measures features and classifiers on Reuters-21578 ModApte, BBC and MasakhaNEWS.")
public final class BenchmarkTopics implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "Directory with the labelled sets.")
  private Path data;

  @Option(names = "--cost", defaultValue = "1", description = "Cost of errors (${DEFAULT-VALUE}).")
  private double cost;

  @Option(
      names = "--positive-weight",
      defaultValue = "2",
      description = "Weight of positive examples for Reuters (${DEFAULT-VALUE}).")
  private double positiveWeight;

  @Option(
      names = "--pairs",
      defaultValue = "3",
      description = "Articles a pair of terms must occur in; 0 for no pairs (${DEFAULT-VALUE}).")
  private int pairs;

  @Option(
      names = "--fallback",
      defaultValue = "0.1",
      description = "F1 below which a tuned threshold is not trusted (${DEFAULT-VALUE}).")
  private double fallback;

  @Option(
      names = "--only",
      defaultValue = "all",
      description = "reuters, small (BBC and MasakhaNEWS) or all.")
  private String only;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new BenchmarkTopics()).execute(args));
  }

  @Override
  public Integer call() {
    LabelledSets sets = new LabelledSets(data, Taxonomy.load());
    if (!only.equals("small")) {
      reuters(sets, benchmark(positiveWeight));
    }
    if (!only.equals("reuters")) {
      crossValidate("BBC", sets.bbc(), benchmark(1));
      crossValidate("MasakhaNEWS English", sets.masakhaNews("eng"), benchmark(1));
      crossValidate("MasakhaNEWS French", sets.masakhaNews("fra"), benchmark(1));
    }
    return 0;
  }

  private LabelBenchmark benchmark(double weight) {
    return new LabelBenchmark(
        new FeatureSelector(2, pairs),
        LabelBenchmark.standard(cost, weight),
        new ThresholdTuner(fallback));
  }

  private static void reuters(LabelledSets sets, LabelBenchmark benchmark) {
    List<Example> train = new ArrayList<>();
    List<Example> test = new ArrayList<>();
    for (Corpus.Line line : sets.reuters()) {
      String split = line.fields().path("lewissplit").asText();
      if (line.fields().path("topics_attr").asText().equals("YES")) {
        Example example = sets.example(line, "reuters", "en");
        if (split.equals("TRAIN")) {
          train.add(example);
        } else if (split.equals("TEST")) {
          test.add(example);
        }
      }
    }
    System.out.printf(
        "Reuters-21578 ModApte, %d train, %d test: %s%n",
        train.size(), test.size(), benchmark.multiLabel(train, test));
  }

  private static void crossValidate(String name, List<Example> all, LabelBenchmark benchmark) {
    double sum = 0;
    for (int fold = 0; fold < LabelledSets.FOLDS; fold++) {
      int held = fold;
      List<Example> train = all.stream().filter(e -> e.fold() != held).toList();
      List<Example> test = all.stream().filter(e -> e.fold() == held).toList();
      sum += benchmark.accuracy(train, test) * test.size();
    }
    System.out.printf(
        "%s, %d articles, %d-fold accuracy: %.4f%n",
        name, all.size(), LabelledSets.FOLDS, sum / all.size());
  }
}
