package org.storywire.processor.affair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which affair a story's new article shows it to belong to. Two things speak for an affair:
 * how like the article is to the sum of its articles, and how many of the articles most like it are
 * among them (the vote of the nearest neighbours, Yang et al. 2000). Two reports of unlike events
 * in one town share words, but nothing else has that in common with them; a long matter has many
 * articles to vote. Reads only.
 */
final class AffairRule {

  /** What likeness and votes must come to. */
  static final double NEEDED = 0.5;

  /** What the vote of one of at most 15 near articles adds to the likeness. */
  static final double VOTE = 0.025;

  /**
   * How like two affairs must be, for an article that belongs to both to show that they are one.
   */
  static final double SAME = 0.45;

  /** Each story that moves is an update: affairs with more stories move into no other. */
  private static final int MOST_MOVED = 100;

  private static final int MOST_CONSIDERED = 3;

  private final AffairView affairs;

  AffairRule(AffairView affairs) {
    this.affairs = affairs;
  }

  /** An affair that an article may belong to. */
  record Match(Affair affair, double likeness, int votes, int near) {

    double score() {
      return likeness + VOTE * votes;
    }
  }

  /**
   * What an article shows.
   *
   * @param joins the affair of its story, if the story has none yet and does not begin one
   * @param same another affair that is one with its story's
   */
  record Verdict(Optional<Match> joins, Optional<Match> same) {}

  /**
   * Decides.
   *
   * @param near stories of the articles most like it, one entry an article
   * @param late whether it came late: then it announces nothing and moves no story
   */
  Verdict decide(String storyId, TermVector article, List<String> near, boolean late) {
    Optional<Affair> own = affairs.affairOf(storyId);
    List<Match> matches = matches(article, near);
    matches.removeIf(match -> match.score() < NEEDED || late && !match.affair().announced());
    Optional<Match> joins = own.isPresent() ? Optional.empty() : matches.stream().findFirst();
    Optional<Affair> home = own.or(() -> joins.map(Match::affair));
    if (late || home.isEmpty()) {
      return new Verdict(joins, Optional.empty());
    }
    Optional<Match> same =
        matches.stream()
            .limit(MOST_CONSIDERED)
            .filter(match -> !match.affair().equals(home.get()) && one(home.get(), match.affair()))
            .findFirst();
    return new Verdict(joins, same);
  }

  private boolean one(Affair home, Affair other) {
    Affair leaves = home.olderThan(other) ? other : home;
    return affairs.stories(leaves) <= MOST_MOVED && home.terms().cosine(other.terms()) >= SAME;
  }

  /** Affairs that near articles belong to, best first. */
  private List<Match> matches(TermVector article, List<String> near) {
    Map<Affair, Integer> votes = new HashMap<>();
    for (String storyId : near) {
      affairs.affairOf(storyId).ifPresent(affair -> votes.merge(affair, 1, Integer::sum));
    }
    List<Match> matches = new ArrayList<>();
    votes.forEach(
        (affair, count) ->
            matches.add(new Match(affair, article.cosine(affair.terms()), count, near.size())));
    matches.sort(
        Comparator.comparingDouble(Match::score)
            .reversed()
            .thenComparing(match -> match.affair().firstAt())
            .thenComparing(match -> match.affair().id()));
    return matches;
  }
}
