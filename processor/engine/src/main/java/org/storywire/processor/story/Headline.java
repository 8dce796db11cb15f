package org.storywire.processor.story;

/**
 * The headline that stands for a story.
 *
 * @param text the headline
 * @param articleId article it is from
 * @param decidedAt independent articles the story had when it was last chosen
 */
record Headline(String text, String articleId, int decidedAt) {

  static final Headline NONE = new Headline("", "", 0);
}
