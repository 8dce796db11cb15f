package org.storywire.processor.text;

import java.util.Locale;

/** Lower case of texts that nobody vouches for. */
public final class LowerCase {

  /** Longest text that is lowered by Java's own rules [characters]. */
  private static final int SHORT = 256;

  private LowerCase() {}

  /**
   * A text in lower case, in time that grows as the text does. Java looks at all of a text for each
   * capital sigma in it, and copies it for each dotted capital i; in a long text these are lowered
   * one by one, without regard to their neighbours.
   */
  public static String of(String text) {
    if (text.length() <= SHORT || (text.indexOf('\u03a3') < 0 && text.indexOf('\u0130') < 0)) {
      return text.toLowerCase(Locale.ROOT);
    }
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }
}
