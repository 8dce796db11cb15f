package org.storywire.processor.article;

import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.LowerCase;

/**
 * One line of a page, spaces collapsed.
 *
 * @param text what it says, not blank
 * @param words runs of characters between spaces that have a letter or digit [0..]
 * @param terminated whether it ends as a sentence does, closing marks aside
 * @param print hash of its letters and digits in lower case: equal for lines that differ in
 *     punctuation, spaces and case only
 */
record Line(String text, int words, boolean terminated, long print) {

  private static final String TERMINATORS = ".!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964\u1362";
  private static final String CLOSERS = "\"'\u201d\u2019\u00bb)]\u203a ";

  /** From this length on a line is text even if nothing ends it [UTF-16 units]. */
  private static final int LONG = 200;

  private static final char[] FOLDED = new char[0x180];

  static {
    for (char c = 0; c < FOLDED.length; c++) {
      FOLDED[c] = lower(c);
    }
  }

  static Line of(String text) {
    int words = 0;
    boolean inside = false;
    long hash = 7;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char folded = folded(c);
      if (folded != 0) {
        words += inside ? 0 : 1;
        inside = true;
        hash = (hash ^ folded) * 0x100000001b3L;
      } else if (c == ' ') {
        inside = false;
      }
    }
    return new Line(text, words, terminated(text), Hashing.mix(hash));
  }

  /** Letters and digits in lower case; 0 for other characters. */
  static char folded(char c) {
    return c < FOLDED.length ? FOLDED[c] : lower(c);
  }

  private static char lower(char c) {
    boolean wordPart = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    return wordPart ? Character.toLowerCase(c) : 0;
  }

  private static boolean terminated(String text) {
    int end = text.length();
    while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && TERMINATORS.indexOf(text.charAt(end - 1)) >= 0;
  }

  /** The print's low half, as line tables keep it. */
  int shortPrint() {
    return (int) print;
  }

  /** Whether this reads as running text rather than as a heading, label or link. */
  boolean prose() {
    boolean spaceless = words < 4 && text.length() > 20 && text.charAt(text.length() - 1) > 0x2fff;
    return text.length() >= LONG || (terminated && (words >= 5 || spaceless));
  }

  /** Whether it ends in a full stop, as headlines do not. */
  boolean sentence() {
    return terminated && !text.endsWith("?") && !text.endsWith("!");
  }

  /** Whether it says the same as another line, punctuation and case aside. */
  boolean same(Line other) {
    return print == other.print;
  }

  /** Whether there is any letter or digit in it. */
  boolean hasWords() {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  String lower() {
    return LowerCase.of(text);
  }
}
