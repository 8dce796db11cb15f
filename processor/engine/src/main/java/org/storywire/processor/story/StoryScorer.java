package org.storywire.processor.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Scores stories for one arriving article: half the best member's probability of telling of the
 * same event, half the mean over the members (for a long story over its first and its latest ones);
 * of two members the mean alone, for one of two may be alike by chance. Every member is compared
 * once.
 */
final class StoryScorer {

  private static final int FIRST_MEMBERS = 2;
  private static final int LATEST_MEMBERS = 6;
  private static final int STORIES_SCORED = 4;

  /**
   * The other members cannot make up for a best candidate so unlike, and are not compared: they
   * would have to reach 0.75 on average, and one so alike would be a candidate itself.
   */
  private static final double HOPELESS = 0.15;

  private final StoryModel model;
  private final Weighted article;
  private final PairFeatures pair = new PairFeatures();
  private final Map<Member, Double> known = new IdentityHashMap<>();

  StoryScorer(StoryModel model, Weighted article) {
    this.model = model;
    this.article = article;
  }

  /**
   * A story's score.
   *
   * @param score half best, half mean; of two members the mean [0..1]
   * @param best its member most alike
   * @param bestScore that member's probability [0..1]
   */
  record Scored(Story story, double score, Member best, double bestScore) {}

  /** Probability that the article and a held one tell of one event [0..1]. */
  double score(Member other) {
    Double before = known.get(other);
    if (before != null) {
      return before;
    }
    double score = model.score(pair.of(article, other));
    known.put(other, score);
    return score;
  }

  List<Decision.Part> explain(Member other) {
    return model.explain(pair.of(article, other));
  }

  /** The stories of the candidates, best first; ties: the older story first. */
  List<Scored> rank(List<Member> candidates, Function<Member, Story> storyOf) {
    Map<Story, Scored> byStory = new LinkedHashMap<>();
    for (Member candidate : candidates) {
      double score = score(candidate);
      Story story = storyOf.apply(candidate);
      Scored before = byStory.get(story);
      if (before == null || score > before.bestScore()) {
        byStory.put(story, new Scored(story, score, candidate, score));
      }
    }
    List<Scored> likeliest = new ArrayList<>(byStory.values());
    likeliest.sort(
        Comparator.comparingDouble(Scored::bestScore)
            .reversed()
            .thenComparing(scored -> scored.story().id()));
    List<Scored> ranked = new ArrayList<>();
    for (Scored scored : likeliest.subList(0, Math.min(STORIES_SCORED, likeliest.size()))) {
      ranked.add(withMean(scored));
    }
    ranked.sort(
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.story().firstAt())
            .thenComparing(scored -> scored.story().id()));
    return ranked;
  }

  private Scored withMean(Scored scored) {
    if (scored.bestScore() < HOPELESS) {
      return new Scored(scored.story(), scored.bestScore(), scored.best(), scored.bestScore());
    }
    double sum = 0;
    List<Member> members = representatives(scored.story());
    for (Member member : members) {
      sum += score(member);
    }
    double mean = sum / members.size();
    double score = members.size() == 2 ? mean : 0.5 * scored.bestScore() + 0.5 * mean;
    return new Scored(scored.story(), score, scored.best(), scored.bestScore());
  }

  /** The first and the latest members that can be compared with. */
  static List<Member> representatives(Story story) {
    List<Member> members = comparable(story);
    if (members.size() <= FIRST_MEMBERS + LATEST_MEMBERS) {
      return members;
    }
    List<Member> few = new ArrayList<>(members.subList(0, FIRST_MEMBERS));
    few.addAll(members.subList(members.size() - LATEST_MEMBERS, members.size()));
    return few;
  }

  /** Members that can be compared with, in the order they came. */
  static List<Member> comparable(Story story) {
    List<Member> members = new ArrayList<>(story.members().size());
    for (Member member : story.members()) {
      if (member.comparable()) {
        members.add(member);
      }
    }
    return members;
  }
}
