package org.storywire.processor.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.similarity.ComparedArticle;
import org.storywire.processor.story.similarity.PairFeatures;

/**
 * Scores stories for one arriving article: half the best member's probability of telling of the
 * same event, half the mean over the members (for a long story over its first and its latest ones);
 * of two members the mean alone, for one of two may be alike by chance. For a short article {@link
 * StoryEvidence} decides. Every member is compared once.
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

  /** What one more candidate adds when the likeliest stories of a short article are chosen. */
  private static final double VOTE = 0.05;

  /** Stories with no more members have no words of their own yet. */
  private static final int FEW_MEMBERS = 2;

  private final StoryModel model;
  private final ComparedArticle article;
  private final boolean asShort;
  private final PairFeatures pair = new PairFeatures();
  private final Map<Member, Double> known = new IdentityHashMap<>();

  StoryScorer(StoryModel model, ComparedArticle article) {
    this.model = model;
    this.article = article;
    this.asShort = model.scoresShortTexts() && StoryEvidence.appliesTo(article);
  }

  /**
   * A story's score.
   *
   * @param score half best, half mean; of two members the mean; by evidence for a short article
   *     [0..1]
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
    double score = model.score(pair.of(article, other), PairFeatures.shortness(article, other));
    known.put(other, score);
    return score;
  }

  /** An article that is alike by its template only, and so tells of another event. */
  void exclude(Member sibling) {
    known.put(sibling, 0.0);
  }

  List<Decision.Part> explain(Member other) {
    return model.explain(pair.of(article, other), PairFeatures.shortness(article, other));
  }

  /**
   * A story that candidates belong to.
   *
   * @param scores the candidates' probabilities, highest first
   */
  private record Group(Story story, Member best, List<Double> scores) {

    double bestScore() {
      return scores.get(0);
    }
  }

  /** The stories of the candidates, best first; ties: the older story first. */
  List<Scored> rank(List<Member> candidates, Function<Member, Story> storyOf) {
    List<Scored> ranked = new ArrayList<>();
    for (Group group : likeliest(candidates, storyOf)) {
      Scored best = new Scored(group.story(), group.bestScore(), group.best(), group.bestScore());
      ranked.add(asShort ? withEvidence(best, group, candidates.size()) : withMean(best));
    }
    ranked.sort(
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.story().firstAt())
            .thenComparing(scored -> scored.story().id()));
    return ranked;
  }

  /** The likeliest stories with their evidence, for a model to learn from. */
  Map<Story, double[]> evidence(List<Member> candidates, Function<Member, Story> storyOf) {
    Map<Story, double[]> evidence = new LinkedHashMap<>();
    for (Group group : likeliest(candidates, storyOf)) {
      evidence.put(
          group.story(),
          StoryEvidence.of(article, group.story(), group.scores(), candidates.size()));
    }
    return evidence;
  }

  private List<Group> likeliest(List<Member> candidates, Function<Member, Story> storyOf) {
    Map<Story, Group> byStory = new LinkedHashMap<>();
    List<Member> byScore = new ArrayList<>(candidates);
    byScore.sort(Comparator.comparingDouble(this::score).reversed());
    for (Member candidate : byScore) {
      byStory
          .computeIfAbsent(
              storyOf.apply(candidate), story -> new Group(story, candidate, new ArrayList<>()))
          .scores()
          .add(score(candidate));
    }
    List<Group> groups = new ArrayList<>(byStory.values());
    double vote = asShort ? VOTE : 0;
    groups.sort(
        Comparator.comparingDouble(
                (Group group) -> group.bestScore() + vote * group.scores().size())
            .reversed()
            .thenComparing(group -> group.story().id()));
    return groups.subList(0, Math.min(STORIES_SCORED, groups.size()));
  }

  private Scored withEvidence(Scored best, Group group, int candidates) {
    if (!sharesEnough(group)) {
      return new Scored(best.story(), 0, best.best(), best.bestScore());
    }
    double[] evidence = StoryEvidence.of(article, group.story(), group.scores(), candidates);
    return new Scored(best.story(), model.storyScore(evidence), best.best(), best.bestScore());
  }

  /** One word in common is chance, unless the word is what a story's headlines have in common. */
  private boolean sharesEnough(Group group) {
    return comparable(group.story()).size() > FEW_MEMBERS
        || pair.sharedWords(article, group.best()) > 1;
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
