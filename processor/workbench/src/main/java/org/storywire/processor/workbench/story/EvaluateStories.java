package org.storywire.processor.workbench.story;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.storywire.processor.story.Arrival;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures story assignment on labelled streams beside two peers, and what is new. */
@Command(
    name = "evaluate",
    description = "Scores story assignment: time split, swapped, by topic, and untouched data.",
    mixinStandardHelpOptions = true)
public final class EvaluateStories implements Callable<Integer> {

  private static final int FOLDS = 5;

  @Option(names = "--data", required = true, description = "Directory with the labelled sets.")
  private Path data;

  @Option(names = "--skip-peers", description = "Leaves out the classic and the batch peer.")
  private boolean skipPeers;

  /** Creates the command; picocli fills the options. */
  public EvaluateStories() {}

  @Override
  public Integer call() {
    Stream incidents = Stream.incidents(data);
    Stream ecbPlus = Stream.ecbPlus(data);
    Stream early = incidents.half(0);
    Stream late = incidents.half(1);
    StoryModel shipped = StoryModel.shipped();
    Trainer trainer = new Trainer(Map.of("en", shipped.prior("en")));
    StoryModel forward = trainer.train(List.of(early, ecbPlus));
    NoveltyCheck novelty = new NoveltyCheck();
    print("incidents, later half", follow(forward, late, novelty) + at(forward));
    print("  what is new: " + novelty, "");
    StoryModel swapped = trainer.train(List.of(late, ecbPlus));
    print("incidents, swapped", follow(swapped, early, new NoveltyCheck()) + at(swapped));
    print("ECB+ by topic", byTopic(trainer, incidents, ecbPlus));
    print("small, shipped weights", small(shipped));
    if (!skipPeers) {
      print("classic, later half", ClassicPeer.best(late));
      print("classic, ECB+", ClassicPeer.best(ecbPlus));
      print("batch, later half", BatchPeer.score(forward, late));
      print("batch, ECB+ (trained on it)", BatchPeer.score(shipped, ecbPlus));
    }
    return 0;
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
    return Replay.stories(
        model,
        arrivals,
        (arrival, followed) -> {
          followed.events().forEach(event -> novelty.event(arrival, event));
          novelty.carry(arrival, followed.storyId());
        });
  }

  private static ClusterScores byTopic(Trainer trainer, Stream incidents, Stream ecbPlus) {
    List<String> topics = new ArrayList<>(new TreeSet<>(ecbPlus.topics().values()));
    Map<String, String> stories = new HashMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      Stream train = ecbPlus.onlyTopics(topic -> topics.indexOf(topic) % FOLDS != left);
      Stream test = ecbPlus.onlyTopics(topic -> topics.indexOf(topic) % FOLDS == left);
      StoryModel model = trainer.train(List.of(incidents, train));
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
