package org.storywire.processor.affair;

/** Says why a story belongs to an affair. */
final class Reasons {

  private Reasons() {}

  static String joined(AffairRule.Match match, int stories) {
    return "Tells of the same matter as "
        + stories
        + (stories == 1 ? " story" : " stories")
        + ": "
        + evidence(match)
        + ".";
  }

  static String began(String storyId) {
    return "Story " + storyId + " tells of the same matter.";
  }

  static String united(AffairRule.Match match, String storyId, Affair leaves) {
    return "Affair "
        + leaves.id()
        + " is one with this, as story "
        + storyId
        + " shows: "
        + evidence(match)
        + ".";
  }

  private static String evidence(AffairRule.Match match) {
    return match.votes()
        + " of the "
        + match.near()
        + " articles most like it are there, and its words are "
        + hundredths(match.likeness())
        + " like theirs; together "
        + hundredths(match.score())
        + ", "
        + hundredths(AffairRule.NEEDED)
        + " needed";
  }

  private static String hundredths(double value) {
    long hundredths = Math.round(value * 100);
    return hundredths / 100 + (hundredths % 100 < 10 ? ".0" : ".") + hundredths % 100;
  }
}
