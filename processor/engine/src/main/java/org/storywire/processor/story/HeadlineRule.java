package org.storywire.processor.story;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.storywire.processor.story.features.Clauses;
import org.storywire.processor.story.features.Consequence;
import org.storywire.processor.story.features.ConsequenceLexicon;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.Profile;
import org.storywire.processor.story.member.Coverage;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.member.NewItem;
import org.storywire.processor.story.novelty.FigureChanges;
import org.storywire.processor.story.novelty.Novelty;

/**
 * Which headline stands for a story: the first article's, until
 *
 * <ul>
 *   <li>an alert's headline tells that something happened ({@link Consequence}) which the present
 *       one does not tell and which is as grave, or the present one is a day old or spoke of what
 *       was to come; or a toll that changed;
 *   <li>the story has three independent articles, and again whenever their number has doubled: then
 *       the headline whose words the others use most in title and lead, if it is better by a fifth
 *       and tells what is as grave.
 * </ul>
 *
 * So it changes a few times in a story's life, and each time for a reason that can be told.
 */
final class HeadlineRule {

  private static final int FIRST_CHOICE = 3;
  private static final double BETTER_BY = 1.2;
  private static final Duration SETTLED = Duration.ofMinutes(30);
  private static final Duration OLD = Duration.ofDays(1);

  private HeadlineRule() {}

  /** The headline after an article has joined, or has changed. */
  static StoryHeadline after(
      Story story, Member article, Coverage coverage, IntToDoubleFunction idf) {
    if (story.headline().isChosen()) {
      return story.headline();
    }
    boolean told = coverage.material() && !article.copy() && !article.title().isBlank();
    Optional<StoryHeadline> developed =
        told && !story.headline().isOf(article)
            ? developed(story, article, coverage)
            : Optional.empty();
    return developed.orElseGet(() -> choose(story, idf));
  }

  private static Optional<StoryHeadline> developed(Story story, Member article, Coverage coverage) {
    StoryHeadline present = story.headline();
    ConsequenceLexicon lexicon = ConsequenceLexicon.of(article.language());
    Set<Consequence> before = happened(present.text(), present.at(), lexicon);
    Set<Consequence> now = happened(article.title(), article.at(), lexicon);
    Set<Consequence> fresh = EnumSet.copyOf(now);
    fresh.removeAll(before);
    boolean graver = Consequence.gravest(now) > Consequence.gravest(before);
    boolean asGrave = Consequence.gravest(now) == Consequence.gravest(before);
    boolean settled = article.at().isAfter(present.at().plus(SETTLED));
    boolean old = article.at().isAfter(present.at().plus(OLD));
    String reason = "";
    if (!fresh.isEmpty() && (graver || (asGrave && settled) || old)) {
      String what = fresh.iterator().next().name().toLowerCase(Locale.ROOT);
      reason = "It tells what has happened (" + what + "), which the one before did not.";
    } else if (before.isEmpty() && lexicon.ahead(present.text())) {
      reason = "The one before spoke of what was to come, and something has happened.";
    } else if (asGrave && !now.isEmpty() && figureChanged(present, article, coverage)) {
      reason = "It tells a figure that has changed.";
    }
    int size = StoryScorer.comparable(story).size();
    return reason.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StoryHeadline(
                article.title().strip(), article.articleId(), size, article.at(), reason));
  }

  private static Set<Consequence> happened(
      String headline, Instant at, ConsequenceLexicon lexicon) {
    return lexicon.in(Clauses.of(headline), true, at.atOffset(ZoneOffset.UTC).getYear());
  }

  private static boolean figureChanged(StoryHeadline present, Member article, Coverage coverage) {
    boolean changed =
        coverage.news().stream()
            .anyMatch(
                item -> item.kind() == NewItem.Kind.NUMBER && item.score() >= Novelty.CHANGED);
    Set<Double> figures = figures(article.title());
    return changed && !figures.isEmpty() && !figures.equals(figures(present.text()));
  }

  private static Set<Double> figures(String headline) {
    return Clauses.of(headline).tokens().stream()
        .map(FigureChanges::value)
        .filter(value -> value > 0)
        .collect(Collectors.toSet());
  }

  /**
   * The headline after the article that gave it has changed: the article's present one, unless that
   * tells less of what happened although the text still tells it, as a live blog does.
   */
  static StoryHeadline revised(StoryHeadline present, Member article) {
    ConsequenceLexicon lexicon = ConsequenceLexicon.of(article.language());
    Set<Consequence> before = happened(present.text(), present.at(), lexicon);
    Set<Consequence> now = happened(article.title(), article.at(), lexicon);
    boolean less = Consequence.gravest(now) < Consequence.gravest(before);
    if (less && article.comparable() && before.stream().anyMatch(c -> tells(article, c, lexicon))) {
      return present;
    }
    return new StoryHeadline(
        article.title(),
        article.articleId(),
        present.decidedAt(),
        article.at(),
        article.title().equals(present.text()) ? present.reason() : "Its article bears it now.");
  }

  private static boolean tells(
      Member article, Consequence consequence, ConsequenceLexicon lexicon) {
    int words = Field.Space.WORDS.ordinal();
    Profile profile = article.profile();
    return lexicon.mentions(key -> profile.find(words, key) >= 0, consequence);
  }

  /** The headline that the others' words are nearest to. */
  static StoryHeadline choose(Story story, IntToDoubleFunction idf) {
    StoryHeadline present = story.headline();
    int size = StoryScorer.comparable(story).size();
    if (size < FIRST_CHOICE || (present.decidedAt() > 1 && size < 2 * present.decidedAt())) {
      return present;
    }
    List<Member> members = StoryScorer.representatives(story);
    int grave = gravity(present.text(), present.at(), members.get(0).language());
    double presentScore = 0;
    Member best = null;
    double bestScore = 0;
    for (Member member : members) {
      double score = centrality(member, members, idf);
      if (member.articleId().equals(present.articleId())) {
        presentScore = score;
      }
      if (score > bestScore && gravity(member.title(), member.at(), member.language()) >= grave) {
        best = member;
        bestScore = score;
      }
    }
    if (best == null || bestScore < presentScore * BETTER_BY) {
      return present.decided(size);
    }
    String reason = "Its words are those that the other reports use most.";
    return best.articleId().equals(present.articleId())
        ? present.decided(size)
        : new StoryHeadline(best.title().strip(), best.articleId(), size, best.at(), reason);
  }

  private static int gravity(String headline, Instant at, String language) {
    return Consequence.gravest(happened(headline, at, ConsequenceLexicon.of(language)));
  }

  /** Mean share of a title's weight that the others carry in title and lead [0..1]. */
  private static double centrality(Member article, List<Member> members, IntToDoubleFunction idf) {
    int[] title = article.profile().keys(Field.TITLE);
    if (title.length < 3 || article.title().isBlank()) {
      return 0;
    }
    double mass = 0;
    double carried = 0;
    for (int key : title) {
      double weight = idf.applyAsDouble(key);
      mass += weight;
      for (Member member : members) {
        Profile profile = member.profile();
        boolean carries = profile.has(Field.TITLE, key) || profile.has(Field.LEAD, key);
        carried += member != article && carries ? weight : 0;
      }
    }
    return mass == 0 ? 0 : carried / (mass * Math.max(1, members.size() - 1));
  }
}
