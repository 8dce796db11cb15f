package org.storywire.processor.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.Profile;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.similarity.ComparedArticle;

/**
 * Finds out that two stories are one, or that one is two. Both are rare and careful: an article
 * that is like two stories is no proof, for round-ups are like many; the stories themselves must be
 * alike, member by member on average, or the article must tell of both as one.
 */
final class UnionRule {

  /** Members of each side that are compared. */
  private static final int SAMPLE = 5;

  private static final int LARGEST_SPLIT = 16;
  private static final double LINKED_FROM = 0.7;
  private static final double UNLIKE_TO = 0.3;
  private static final double APART_TO = 0.25;
  private static final double TOGETHER_FROM = 0.5;
  private static final double ALIKE_FROM = 0.25;
  private static final double ALIKE_WITH_ARTICLE_FROM = 0.5;
  private static final double BRIDGED_FROM = 0.7;
  private static final double RARE_FROM = 0.6;
  private static final double ROUNDING = 1e-9;
  private static final Duration OPENED_WITHIN = Duration.ofDays(1);

  private final EditionView edition;
  private final StoryModel model;

  UnionRule(EditionView edition, StoryModel model) {
    this.edition = edition;
    this.model = model;
  }

  /**
   * The story that an article shows to be the same as the one it joins.
   *
   * @param ranked stories by score, the one that the article joins first
   */
  Optional<Story> sameAs(ComparedArticle article, List<StoryScorer.Scored> ranked) {
    if (ranked.size() < 2 || ranked.get(1).score() < model.threshold()) {
      return Optional.empty();
    }
    boolean roundUp = ranked.size() > 2 && ranked.get(2).score() >= model.threshold();
    if (roundUp) {
      return Optional.empty();
    }
    Story one = ranked.get(0).story();
    Story other = ranked.get(1).story();
    if (one.apartFrom(other) || other.apartFrom(one)) {
      return Optional.empty();
    }
    List<Member> left = sample(one);
    double second = ranked.get(1).score();
    double needed = (ALIKE_WITH_ARTICLE_FROM * (left.size() + 1) - second) / left.size();
    double direct = likeness(left, sample(other), Math.max(needed, ALIKE_FROM));
    double withArticle = (direct * left.size() + second) / (left.size() + 1);
    boolean alike = direct >= ALIKE_FROM && withArticle >= ALIKE_WITH_ARTICLE_FROM;
    return alike || bridges(article, ranked.get(0), ranked.get(1))
        ? Optional.of(other)
        : Optional.empty();
  }

  /**
   * Whether the article tells of two stories as one: both opened at about the same time and were
   * told more than once, it is clearly like both, and its headline names what only the one and what
   * only the other had named. The headline of a round-up names one of its events, or none.
   */
  private static boolean bridges(
      ComparedArticle article, StoryScorer.Scored one, StoryScorer.Scored other) {
    Duration apart = Duration.between(one.story().firstAt(), other.story().firstAt()).abs();
    return one.score() >= BRIDGED_FROM
        && other.score() >= BRIDGED_FROM
        && apart.compareTo(OPENED_WITHIN) <= 0
        && Math.min(one.story().tally().articles(), other.story().tally().articles()) > 1
        && headlineNames(article, one.best().profile(), other.best().profile())
        && headlineNames(article, other.best().profile(), one.best().profile());
  }

  /** Whether the article's headline has a rare word that one text has and the other lacks. */
  private static boolean headlineNames(ComparedArticle article, Profile one, Profile other) {
    Profile profile = article.profile();
    int words = Field.Space.WORDS.ordinal();
    for (int i = profile.from(words); i < profile.to(words); i++) {
      int key = profile.key(i);
      boolean own = one.has(Field.TERMS, key) && !other.has(Field.TERMS, key);
      if (own && Field.TITLE.count(profile.packed(i)) > 0 && article.idf(i) >= RARE_FROM) {
        return true;
      }
    }
    return false;
  }

  /**
   * The members that an article shows to tell of another event than the rest of its story: those it
   * is like, where it is unlike all others, both groups hold together, and there is little between
   * them. Empty if the story is one, or too large to tell.
   */
  List<Member> strangers(StoryScorer scorer, Story story) {
    List<Member> members = StoryScorer.comparable(story);
    if (story.bound() || members.size() < 3 || members.size() > LARGEST_SPLIT) {
      return List.of();
    }
    List<Member> like = members.stream().filter(m -> scorer.score(m) >= LINKED_FROM).toList();
    List<Member> unlike = members.stream().filter(m -> scorer.score(m) <= UNLIKE_TO).toList();
    boolean clear = !like.isEmpty() && unlike.size() > 1;
    if (!clear || like.size() + unlike.size() < members.size()) {
      return List.of();
    }
    boolean two =
        likeness(like, unlike, 0) <= APART_TO
            && likeness(unlike.subList(0, 1), unlike.subList(1, unlike.size()), TOGETHER_FROM)
                >= TOGETHER_FROM;
    if (!two) {
      return List.of();
    }
    return like.contains(members.get(0)) ? unlike : like;
  }

  private static List<Member> sample(Story story) {
    List<Member> few = StoryScorer.representatives(story);
    return few.subList(Math.max(0, few.size() - SAMPLE), few.size());
  }

  /**
   * Mean probability over all pairs of the two sides [0..1].
   *
   * @param least what is asked for: 0 may be told as soon as the mean is sure to stay below
   */
  private double likeness(List<Member> left, List<Member> right, double least) {
    double pairs = left.size() * (double) right.size();
    double sum = 0;
    int rows = 0;
    for (Member article : right) {
      double most = sum + pairs - rows++ * left.size();
      if (most < least * pairs - ROUNDING) {
        return 0;
      }
      StoryScorer scorer = new StoryScorer(model, edition.weigh(article));
      for (Member other : left) {
        sum += scorer.score(other);
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }

  /** The story that stays when two are one: the older; of equal ones the one with the lower id. */
  static Story older(Story one, Story other) {
    int byTime = one.firstAt().compareTo(other.firstAt());
    boolean first = byTime != 0 ? byTime < 0 : one.id().compareTo(other.id()) < 0;
    return first ? one : other;
  }

  /** Articles that leave a story, and after them the copies made of them. */
  static List<Member> withCopies(List<Member> leaving, Story story) {
    List<Member> all = new ArrayList<>(leaving);
    for (Member member : story.members()) {
      Optional<String> parent = member.standing().parent();
      boolean follows =
          leaving.stream().anyMatch(one -> parent.equals(Optional.of(one.articleId())));
      if (follows && !all.contains(member)) {
        all.add(member);
      }
    }
    return all;
  }
}
