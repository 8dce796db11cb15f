package org.storywire.processor.story;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Which headline stands for a story: the first article's, until the story has three independent
 * articles; then, and again whenever their number has doubled, the headline whose words the other
 * independent articles use most in title and lead, if it is better than the present one by a fifth.
 * So it changes at most a few times in a story's life, and each time for a reason that can be told.
 */
final class HeadlineRule {

  private static final int FIRST_CHOICE = 3;
  private static final double BETTER_BY = 1.2;
  private static final int LONGEST_LEAD = 120;

  private HeadlineRule() {}

  /** The headline of an article: its title, or its first sentence if it has none. */
  static String of(Arrival arrival) {
    if (!arrival.title().isBlank()) {
      return arrival.title().strip();
    }
    List<Passage> sentences = arrival.features().sentences();
    String body = arrival.body();
    String sentence =
        sentences.isEmpty()
            ? body.strip().lines().findFirst().orElse("")
            : body.substring(
                Math.min(sentences.get(0).start(), body.length()),
                Math.min(sentences.get(0).end(), body.length()));
    if (sentence.length() <= LONGEST_LEAD) {
      return sentence;
    }
    int cut = sentence.lastIndexOf(' ', LONGEST_LEAD);
    return sentence.substring(0, cut < 0 ? LONGEST_LEAD : cut) + " …";
  }

  /** The headline after an article has joined. */
  static Headline choose(Story story, IntToDoubleFunction idf) {
    Headline present = story.headline();
    int size = StoryScorer.comparable(story).size();
    if (size < FIRST_CHOICE || (present.decidedAt() > 1 && size < 2 * present.decidedAt())) {
      return present;
    }
    List<Member> members = StoryScorer.representatives(story);
    double presentScore = 0;
    Member best = null;
    double bestScore = 0;
    for (Member member : members) {
      double score = centrality(member, members, idf);
      if (member.articleId.equals(present.articleId())) {
        presentScore = score;
      }
      if (score > bestScore) {
        best = member;
        bestScore = score;
      }
    }
    if (best == null || bestScore < presentScore * BETTER_BY) {
      return new Headline(present.text(), present.articleId(), size);
    }
    return new Headline(best.title.strip(), best.articleId, size);
  }

  /** Mean share of a title's weight that the others carry in title and lead [0..1]. */
  private static double centrality(Member article, List<Member> members, IntToDoubleFunction idf) {
    int[] title = article.profile().keys(Field.TITLE);
    if (title.length < 3 || article.title.isBlank()) {
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
