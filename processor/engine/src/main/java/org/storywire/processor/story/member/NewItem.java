package org.storywire.processor.story.member;

import java.util.Objects;

/**
 * Something an article says that its story had not carried before.
 *
 * @param kind what is new
 * @param text the words, at most {@link #MAXIMUM_LENGTH} characters
 * @param start where they begin in the article's body [UTF-16 units]
 * @param end where they end in the article's body, exclusive [UTF-16 units]
 * @param score how new and how weighty, higher first [0..1]
 */
public record NewItem(Kind kind, String text, int start, int end, double score) {

  /** Longest text of an item [UTF-16 units]; the offsets may span more. */
  public static final int MAXIMUM_LENGTH = 400;

  /** What can be new. */
  public enum Kind {
    /** A sentence that no earlier one resembles. */
    SENTENCE,
    /** A figure with what it counts. */
    NUMBER,
    /** StoryWords quoted. */
    QUOTATION,
    /** A person named. */
    NAME
  }

  /** Checks offsets and cuts the text after a whole word. */
  public NewItem {
    Objects.requireNonNull(kind, "kind");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "illegal place of a new item: " + start + " to " + end + ", must be 0 <= start <= end");
    }
    text = text.length() > MAXIMUM_LENGTH ? text.substring(0, wordEnd(text)) : text;
  }

  /** Where the last whole word ends that fits. */
  private static int wordEnd(String text) {
    int end = text.lastIndexOf(' ', MAXIMUM_LENGTH);
    return end > 0 ? end : MAXIMUM_LENGTH;
  }
}
