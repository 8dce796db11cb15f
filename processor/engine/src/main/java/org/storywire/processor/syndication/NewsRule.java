package org.storywire.processor.syndication;

/**
 * Decides in what two texts that share a wording tell different news: reports from one template, in
 * which names and figures differ, or texts of one house, whose shared block about the house stands
 * below news of its own. The same for (a, b) and (b, a). Not thread-safe.
 */
final class NewsRule {

  /** Share of an opening that is a template's, not chance. */
  private static final double FRAME = 0.4;

  /** Share of an opening below which each text begins in words of its own. */
  private static final double OWN_WORDS = 0.5;

  /** How many more slots of a template must differ than agree. */
  private static final int MORE_DIFFER = 2;

  /** Where a shared block begins below the news [UTF-16 units]. */
  private static final int BELOW_NEWS = 80;

  /** From this length on a shared block may be what a house adds to its news [shingles]. */
  private static final int HOUSE_BLOCK = 80;

  /** Share of what is shared that stands in one block. */
  private static final double ONE_BLOCK = 0.5;

  /** Names and figures above the shared block that tell what the news is, of each text. */
  private static final int FEWEST_TELLING = 3;

  /** One in so many of them may be the other's too: the house, the month. */
  private static final int ONE_IN = 4;

  private final LeadMatch match = new LeadMatch();

  /** In what the news of two texts differs. */
  enum Difference {
    /** In nothing that shows. */
    NONE,
    /** In figures and dates: another day, another state of one affair, perhaps. */
    FIGURES,
    /** In whom or what they are about. */
    SUBJECT
  }

  /**
   * In what the texts' news differs.
   *
   * @param overlap what they share
   */
  Difference difference(Fingerprint one, Fingerprint other, Overlap overlap) {
    if (overlap.sameContent) {
      return Difference.NONE;
    }
    match.compare(one, other);
    if (match.frame() < OWN_WORDS && underNews(one, other, overlap)) {
      return Difference.SUBJECT;
    }
    if (!fromTemplate(one, other)) {
      return Difference.NONE;
    }
    return match.renaming() > 0 ? Difference.SUBJECT : Difference.FIGURES;
  }

  private boolean fromTemplate(Fingerprint one, Fingerprint other) {
    boolean nouns = one.lead().capitalisesNouns() && other.lead().capitalisesNouns();
    int agreeing = nouns ? match.agreeing() / 2 : match.agreeing();
    return match.frame() >= FRAME && match.differing() - agreeing >= MORE_DIFFER;
  }

  /** Whether the shared block begins below both openings, which have next to no name in common. */
  private static boolean underNews(Fingerprint one, Fingerprint other, Overlap overlap) {
    if (overlap.run * overlap.rate < HOUSE_BLOCK
        || overlap.run < ONE_BLOCK * overlap.sharedAnywhere
        || Math.min(overlap.first, overlap.otherFirst) < BELOW_NEWS) {
      return false;
    }
    char[] telling = one.lead().tellingBefore(overlap.first);
    char[] others = other.lead().tellingBefore(overlap.otherFirst);
    int fewer = Math.min(telling.length, others.length);
    return fewer >= FEWEST_TELLING && common(telling, others) * ONE_IN <= fewer;
  }

  private static int common(char[] words, char[] others) {
    int common = 0;
    for (char word : words) {
      for (char other : others) {
        common += word == other ? 1 : 0;
      }
    }
    return common;
  }
}
