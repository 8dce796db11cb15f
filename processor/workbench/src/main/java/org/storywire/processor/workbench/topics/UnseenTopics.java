package org.storywire.processor.workbench.topics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.storywire.processor.topics.Tagger;
import org.storywire.processor.topics.Taxonomy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how the tagger does on news of a kind it was not taught: each set in turn is left out of
 * training, then tagged. The fifth that is held back from all training stays out of this, too.
 */
@Command(
    name = "unseen",
    mixinStandardHelpOptions = true,
    description = "Trains without one set after the other and measures on what was left out.")
public final class UnseenTopics implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "Directory with the labelled sets.")
  private Path data;

  @Option(
      names = "--sets",
      split = ",",
      defaultValue = "bbc,masakhanews,ecbplus,incidents,reuters,allsides",
      description = "Sets to leave out in turn (${DEFAULT-VALUE}).")
  private List<String> sets;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new UnseenTopics()).execute(args));
  }

  @Override
  public Integer call() {
    Taxonomy taxonomy = Taxonomy.load();
    List<Example> all = new ArrayList<>(TrainTopics.lessons(new LabelledSets(data, taxonomy)));
    for (String left : sets) {
      List<Example> taught = all.stream().filter(e -> !e.set().startsWith(left)).toList();
      List<Example> unseen = all.stream().filter(e -> e.set().startsWith(left)).toList();
      Tagger tagger = Tagger.of(new TopicTraining(taxonomy).train(taught));
      TopicEvaluation evaluation = TopicEvaluation.of(taxonomy, tagger, unseen);
      System.out.printf(
          Locale.ROOT,
          "without %-12s %5d articles: best topic right %.3f, right topic given %.3f,"
              + " given topics right %.3f, calibration error %.3f%n",
          left,
          unseen.size(),
          evaluation.accuracy(),
          evaluation.articlesTagged(),
          evaluation.tagsRight(),
          evaluation.best().error());
    }
    return 0;
  }
}
