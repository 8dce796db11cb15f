package org.storywire.processor.workbench.topics;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.storywire.processor.topics.Concept;
import org.storywire.processor.topics.FeatureTable;
import org.storywire.processor.topics.Lexicon;
import org.storywire.processor.topics.LexiconOpinion;
import org.storywire.processor.topics.SparseVector;
import org.storywire.processor.topics.Taxonomy;
import org.storywire.processor.topics.TopLevelEvidence;
import org.storywire.processor.topics.TopicModel;

/**
 * Trains the model that is shipped: features from all sets, one classifier a top-level topic
 * (linear support vector machine), and a probability scale from margins of classifiers that had not
 * seen the article. Rare topics weigh more, by the square root of how much rarer they are.
 */
final class TopicTraining {

  private static final int FEWEST_FOR_TERM = 3;
  private static final int FEWEST_FOR_PAIR = 6;
  private static final int MOST_OF_REUTERS = 1_500;
  private static final int TIMES_GENERAL = 5;
  private static final int TIMES_MASAKHANEWS = 8;
  private static final int ONE_IN = 3;
  private static final double COST = 0.7;
  private static final int RARE = 200;

  private final Taxonomy taxonomy;
  private final List<String> tops;
  private final TopLevelEvidence evidence;

  TopicTraining(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    this.tops = taxonomy.topLevel().stream().map(Concept::code).toList();
    this.evidence = new TopLevelEvidence(taxonomy, Lexicon.load());
  }

  /** Learns from all examples given; the caller holds back what it wants to test on. */
  TopicModel train(List<Example> examples) {
    List<Example> lessons = lessons(examples);
    FeatureTable table =
        new FeatureSelector(FEWEST_FOR_TERM, FEWEST_FOR_PAIR)
            .select(lessons.stream().distinct().toList());
    Feature[][] rows = rows(table, lessons);
    Feature[][] all = rows(table, examples);
    int width = table.size() + tops.size();
    TopicModel.Builder builder = new TopicModel.Builder(table, tops);
    TopicScale scale = new TopicScale(taxonomy, examples);
    Topic[] trained = new Topic[tops.size()];
    for (int k = 0; k < tops.size(); k++) {
      long articles = count(examples, tops.get(k));
      if (articles > 0) {
        double[] fitted = calibrated(examples, lessons, rows, all, scale, width, tops.get(k));
        int[] chosen = chosen(lessons, tops.get(k), e -> true);
        LinearTrainer.Classifier classifier = classifier(lessons, rows, chosen, width, tops.get(k));
        trained[k] = new Topic(classifier, fitted[0], fitted[1], articles);
      }
    }
    for (int k = 0; k < tops.size(); k++) {
      Topic topic = trained[k] == null ? untaught(trained, table.size(), k) : trained[k];
      LinearTrainer.Classifier classifier = topic.classifier();
      builder.add(k, classifier.weights(), classifier.bias(), topic.slope(), topic.offset());
      System.out.printf(
          "%s %s: %d articles, bias %.2f, own evidence %.2f, slope %.2f, offset %.2f%n",
          tops.get(k),
          taxonomy.get(tops.get(k)).label(),
          topic.articles(),
          classifier.bias(),
          classifier.weights()[table.size() + k],
          topic.slope(),
          topic.offset());
    }
    LexiconOpinion lexicon = new LexiconFit(taxonomy, evidence, tops).fit(examples);
    System.out.println(lexicon);
    builder.lexicon(lexicon);
    return builder.build();
  }

  /** What was learned about one topic. */
  private record Topic(
      LinearTrainer.Classifier classifier, double slope, double offset, long articles) {}

  /**
   * A topic without articles: no words of its own, but the trust in the lexicon that the rarest
   * topics have learned, both in evidence for the topic and in evidence for others.
   */
  private Topic untaught(Topic[] trained, int features, int topic) {
    float[] weights = new float[features + trained.length];
    float bias = 0;
    double slope = 0;
    double offset = 0;
    int rare = 0;
    for (int k = 0; k < trained.length; k++) {
      if (trained[k] == null || trained[k].articles() >= RARE) {
        continue;
      }
      rare++;
      float[] learned = trained[k].classifier().weights();
      for (int j = 0; j < trained.length; j++) {
        if (j == k) {
          weights[features + topic] += learned[features + k];
        } else if (j != topic) {
          weights[features + j] += learned[features + j];
        }
      }
      bias += trained[k].classifier().bias();
      slope += trained[k].slope();
      offset += trained[k].offset();
    }
    for (int j = 0; j < trained.length; j++) {
      weights[features + j] /= rare;
    }
    return new Topic(
        new LinearTrainer.Classifier(weights, bias / rare), slope / rare, offset / rare, 0);
  }

  private long count(List<Example> examples, String top) {
    return examples.stream().filter(e -> isPrimary(e, top)).count();
  }

  /** Slope and offset from margins by classifiers each of which did not see one of the folds. */
  private double[] calibrated(
      List<Example> examples,
      List<Example> lessons,
      Feature[][] rows,
      Feature[][] all,
      TopicScale scale,
      int width,
      String top) {
    double[] margins = new double[examples.size()];
    boolean[] seen = new boolean[examples.size()];
    for (int fold : examples.stream().mapToInt(Example::fold).distinct().sorted().toArray()) {
      int[] chosen = chosen(lessons, top, e -> e.fold() != fold);
      LinearTrainer.Classifier trial = classifier(lessons, rows, chosen, width, top);
      for (int i = 0; i < all.length; i++) {
        if (examples.get(i).fold() == fold && !isFurther(examples.get(i), top)) {
          margins[i] = margin(trial, all[i]);
          seen[i] = true;
        }
      }
    }
    return scale.fit(margins, seen, example -> isPrimary(example, top));
  }

  /**
   * The examples as often as they count: a part of Reuters, which has one subject only, says all;
   * the small sets of general news count several times, so that one large set on one country's
   * politics does not decide what every topic means.
   */
  private static List<Example> lessons(List<Example> examples) {
    List<Example> lessons = new ArrayList<>();
    int reuters = 0;
    for (Example example : examples) {
      int times =
          switch (example.set()) {
            case "reuters" -> reuters++ < MOST_OF_REUTERS ? 1 : 0;
            case "bbc", "ecbplus" -> TIMES_GENERAL;
            case "masakhanews", "masakhanews-fra" -> TIMES_MASAKHANEWS;
            default -> 1;
          };
      lessons.addAll(Collections.nCopies(times, example));
    }
    return lessons;
  }

  private Feature[][] rows(FeatureTable table, List<Example> examples) {
    Feature[][] rows = new Feature[examples.size()][];
    for (int i = 0; i < rows.length; i++) {
      Example example = examples.get(i);
      SparseVector vector = table.vector(example.language(), example.title(), example.body());
      float[] hints = evidence.of(example.language(), example.title(), example.body());
      rows[i] = LinearTrainer.row(vector, hints, table.size());
    }
    return rows;
  }

  /**
   * Lessons for one topic. An article that may well have the topic beside its primary one is a weak
   * counter-example: one in three of them teaches.
   */
  private int[] chosen(
      List<Example> lessons, String top, java.util.function.Predicate<Example> part) {
    return IntStream.range(0, lessons.size())
        .filter(i -> part.test(lessons.get(i)))
        .filter(i -> !isFurther(lessons.get(i), top) || teachesAnyway(lessons.get(i)))
        .toArray();
  }

  private static boolean teachesAnyway(Example example) {
    return Math.floorMod(example.id().hashCode(), ONE_IN) == 0;
  }

  private LinearTrainer.Classifier classifier(
      List<Example> lessons, Feature[][] rows, int[] chosen, int width, String top) {
    long positive = Arrays.stream(chosen).filter(i -> isPrimary(lessons.get(i), top)).count();
    double rarity = Math.sqrt((chosen.length - positive) / (double) positive);
    return new LinearTrainer(SolverType.L2R_L2LOSS_SVC_DUAL, COST, rarity)
        .train(rows, chosen, width, i -> isPrimary(lessons.get(i), top));
  }

  private static double margin(LinearTrainer.Classifier classifier, Feature[] row) {
    double margin = classifier.bias();
    for (int j = 0; j < row.length - 1; j++) {
      margin += classifier.weights()[row[j].getIndex() - 1] * row[j].getValue();
    }
    return margin;
  }

  private boolean isPrimary(Example example, String top) {
    return example.primary().stream().anyMatch(code -> taxonomy.topLevelOf(code).equals(top));
  }

  private boolean isFurther(Example example, String top) {
    return !isPrimary(example, top)
        && example.further().stream().anyMatch(code -> taxonomy.topLevelOf(code).equals(top));
  }
}
