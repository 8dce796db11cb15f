package org.storywire.processor.workbench.story;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures story assignment on labelled streams beside its peers, and what is new. */
@Command(
    name = "evaluate",
    description =
        "Scores story assignment on all labelled sets with one setting, beside the classic peer.",
    mixinStandardHelpOptions = true)
public final class EvaluateStories implements Callable<Integer> {

  private static final int FOLDS = 5;

  @Option(names = "--data", required = true, description = "Directory with the labelled sets.")
  private Path data;

  @Option(names = "--skip-peers", description = "Leaves out the classic and the batch peer.")
  private boolean skipPeers;

  @Option(
      names = "--left-out",
      description = "Trains anew without each set, or part of it, and scores that: half an hour.")
  private boolean leftOut;

  /** Creates the command; picocli fills the options. */
  public EvaluateStories() {}

  @Override
  public Integer call() {
    StoryLessons lessons = StoryLessons.of(data);
    StoryModel shipped = StoryModel.shipped();
    Trainer trainer = new Trainer(Map.of("en", shipped.prior("en")));
    shipped(shipped, lessons);
    if (leftOut) {
      leftOut(trainer, lessons);
    }
    if (!skipPeers) {
      print("classic, incidents, later half", ClassicPeer.best(lessons.incidents().half(1)));
      print("classic, ECB+", ClassicPeer.best(lessons.ecbPlus()));
      print("classic, allsides", ClassicPeer.best(lessons.allSides()));
      print("classic, headlines", ClassicPeer.best(lessons.headlines()));
      print("batch, ECB+ (trained on it)", BatchPeer.score(shipped, lessons.ecbPlus()));
    }
    return 0;
  }

  /** The weights that ship, with one setting for all sets; most of them have taught the weights. */
  private void shipped(StoryModel model, StoryLessons lessons) {
    NoveltyCheck novelty = new NoveltyCheck();
    print("incidents, later half", follow(model, lessons.incidents().half(1), novelty) + at(model));
    print("  what is new: " + novelty, "");
    print("ECB+", score(model, lessons.ecbPlus()));
    print("allsides", score(model, lessons.allSides()));
    print("allsides, headlines alone", score(model, lessons.allSides().headlinesOnly()));
    print("headlines", score(model, lessons.headlines()));
    print("small, never trained on", small(model));
    print("sagas", AffairScores.of(model, Stream.sagas(data)));
    print("  affairs of incidents", AffairScores.of(model, lessons.incidents()));
  }

  /** Weights that never saw what they are scored on. */
  private static void leftOut(Trainer trainer, StoryLessons lessons) {
    Stream incidents = lessons.incidents();
    for (int half = 0; half < 2; half++) {
      StoryModel model = trainer.train(lessons.withIncidents(incidents.half(1 - half)));
      String name = half == 1 ? "incidents, later half" : "incidents, swapped";
      print("left out: " + name, score(model, incidents.half(half)) + at(model));
    }
    print("left out: ECB+ by topic", byTopic(trainer, lessons));
    StoryModel withoutAllSides =
        trainer.train(lessons.withAllSides(lessons.allSides().only(Set.of())));
    print("left out: allsides", score(withoutAllSides, lessons.allSides()));
    StoryModel withoutHeadlines =
        trainer.train(lessons.withHeadlines(lessons.headlines().only(Set.of())));
    print("left out: headlines", score(withoutHeadlines, lessons.headlines()));
  }

  private static ClusterScores score(StoryModel model, Stream stream) {
    return Trainer.score(model, stream);
  }

  private static String at(StoryModel model) {
    return "  at threshold " + model.threshold();
  }

  private static void print(String what, Object scores) {
    System.out.printf(Locale.ROOT, "%-28s %s%n", what, scores);
  }

  /** Replays through a whole follower, life cycle included. */
  private static ClusterScores follow(StoryModel model, Stream stream, NoveltyCheck novelty) {
    return ClusterScores.of(stories(model, stream.arrivals(), novelty), stream.gold());
  }

  private static Map<String, String> stories(
      StoryModel model, List<Arrival> arrivals, NoveltyCheck novelty) {
    return FollowerRun.stories(
        model,
        arrivals,
        (arrival, followed) -> {
          followed.events().forEach(event -> novelty.event(arrival, event));
          novelty.carry(arrival, followed.storyId());
        });
  }

  private static ClusterScores byTopic(Trainer trainer, StoryLessons lessons) {
    Stream ecbPlus = lessons.ecbPlus();
    List<String> topics = new ArrayList<>(new TreeSet<>(ecbPlus.topics().values()));
    Map<String, String> stories = new HashMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      Stream train = ecbPlus.onlyTopics(topic -> topics.indexOf(topic) % FOLDS != left);
      Stream test = ecbPlus.onlyTopics(topic -> topics.indexOf(topic) % FOLDS == left);
      StoryModel model = trainer.train(lessons.withEcbPlus(train));
      stories(model, test.arrivals(), new NoveltyCheck())
          .forEach((article, story) -> stories.put(article, left + " " + story));
    }
    return ClusterScores.of(stories, ecbPlus.gold());
  }

  private String small(StoryModel model) {
    Stream stream = Stream.small(data);
    Map<String, String> stories = stories(model, stream.arrivals(), new NoveltyCheck());
    int hits = 0;
    int guessed = 0;
    int labelled = 0;
    for (Map<String, String> row : Corpus.table(data.resolve("stories-small/pairs.tsv"))) {
      boolean same = stories.get(row.get("a")).equals(stories.get(row.get("b")));
      boolean truth = row.get("same_story").equals("1");
      hits += same && truth ? 1 : 0;
      guessed += same ? 1 : 0;
      labelled += truth ? 1 : 0;
    }
    double precision = guessed == 0 ? 1 : (double) hits / guessed;
    double recall = (double) hits / labelled;
    return String.format(
        Locale.ROOT,
        "pairs P %.4f R %.4f F1 %.4f",
        precision,
        recall,
        ClusterScores.f1(precision, recall));
  }
}
