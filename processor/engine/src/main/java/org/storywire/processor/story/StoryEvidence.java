package org.storywire.processor.story;

import java.util.List;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.Profile;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.similarity.ComparedArticle;

/**
 * What speaks for a story where a short article arrives: a headline, or one with a sentence. Two
 * headlines of one event may share a single word, so that the pairs alone find few; which stories
 * the candidates belong to, and what the headlines of a story have in common, tells more (the vote
 * of the nearest neighbours, Yang et al. 2000 on topic tracking).
 */
public enum StoryEvidence {
  /** Log-odds of the member most alike, divided by 8 [-1..1]. */
  BEST("story: best"),
  /** Log-odds of the mean of the three most alike, divided by 8; of fewer if there are fewer. */
  BEST_THREE("story: best three"),
  /** Share of all candidates that are of this story [0..1]. */
  CANDIDATES("story: candidates"),
  /** 1 if the story has a single member to compare with. */
  ALONE("story: alone"),
  /** {@link #CANDIDATES} times the mean share of the headline that the members' headlines carry. */
  HEADLINE("story: headline by candidates"),
  /** Mean share of the headline that the members' headlines carry [0..1]. */
  CARRIED("story: headline carried");

  /** Number of numbers. */
  static final int COUNT = values().length;

  /** An article with fewer tokens in title and body is short. */
  private static final int SHORT_BELOW = 40;

  /** Fewest candidates that a share is told of: one of two is no vote. */
  private static final int FEWEST_CANDIDATES = 5;

  private static final int MOST_MEMBERS = 40;
  private static final double CERTAIN = 8;
  private static final double UNKNOWN = 1e-4;

  private final String id;

  StoryEvidence(String id) {
    this.id = id;
  }

  /** Stable identifier, as model files say it. */
  public String id() {
    return id;
  }

  static boolean appliesTo(ComparedArticle article) {
    return article.generalNews() && article.features().length() < SHORT_BELOW;
  }

  /**
   * Numbers in the order of this enum.
   *
   * @param scores probabilities of the story's members among the candidates, highest first
   * @param candidates how many candidates there are, of all stories
   */
  static double[] of(ComparedArticle article, Story story, List<Double> scores, int candidates) {
    List<Member> members = StoryScorer.comparable(story);
    int three = Math.min(3, members.size());
    double sum = 0;
    for (int i = 0; i < three; i++) {
      sum += i < scores.size() ? scores.get(i) : UNKNOWN;
    }
    double votes = (double) scores.size() / Math.max(FEWEST_CANDIDATES, candidates);
    double carried = headline(article, members);
    return new double[] {
      logOdds(scores.get(0)) / CERTAIN,
      logOdds(sum / three) / CERTAIN,
      votes,
      members.size() == 1 ? 1 : 0,
      votes * carried,
      carried
    };
  }

  private static double logOdds(double probability) {
    double odds = Math.log((probability + 1e-9) / (1 - probability + 1e-9));
    return Math.max(-CERTAIN, Math.min(CERTAIN, odds));
  }

  /** Mean share of the headline's weight that the latest members' headlines carry [0..1]. */
  private static double headline(ComparedArticle article, List<Member> members) {
    double mass = article.mass(Field.TITLE);
    if (mass == 0) {
      return 0;
    }
    List<Member> latest =
        members.subList(Math.max(0, members.size() - MOST_MEMBERS), members.size());
    Profile profile = article.profile();
    int words = Field.Space.WORDS.ordinal();
    double carried = 0;
    for (int i = profile.from(words); i < profile.to(words); i++) {
      if (Field.TITLE.count(profile.packed(i)) > 0) {
        for (Member member : latest) {
          carried += member.profile().has(Field.TITLE, profile.key(i)) ? article.idf(i) : 0;
        }
      }
    }
    return Math.min(1, carried / (mass * latest.size()));
  }
}
