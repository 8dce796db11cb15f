package org.storywire.processor.topics;

/** How much there is to judge: what a margin means depends on it. */
public enum LengthClass {
  /** A headline alone. */
  HEADLINE,
  /** A headline and a sentence or two. */
  SHORT,
  /** A report. */
  FULL;

  /** Most terms of a headline, counted over title and body. */
  public static final int MOST_OF_HEADLINE = 24;

  /** Most terms of a headline with a lead. */
  public static final int MOST_OF_SHORT = 120;

  /** The class of a text with this number of terms. */
  public static LengthClass of(int terms) {
    if (terms <= MOST_OF_HEADLINE) {
      return HEADLINE;
    }
    return terms <= MOST_OF_SHORT ? SHORT : FULL;
  }
}
