package org.storywire.processor.monitor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a query: all wanted ones must occur, none of the unwanted. A term matches at the
 * start of a word, so {@code flood} finds "flooding" and not "afloat"; {@code "flood warning"} is
 * one term; {@code -drill} is unwanted. Case and accents do not matter.
 *
 * @param wanted folded terms, all of which must occur
 * @param unwanted folded terms, none of which may occur
 */
record Words(List<String> wanted, List<String> unwanted) {

  private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");
  private static final int MOST_TERMS = 32;

  Words {
    wanted = List.copyOf(wanted);
    unwanted = List.copyOf(unwanted);
  }

  /**
   * Reads words as a person types them.
   *
   * @throws IllegalArgumentException if there are more than 32 terms
   */
  static Words parse(String text) {
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    Matcher matcher = TERM.matcher(text);
    while (matcher.find()) {
      String term = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      String folded = fold(term).strip();
      if (!folded.isEmpty()) {
        (matcher.group(1).isEmpty() ? wanted : unwanted).add(folded);
      }
    }
    if (wanted.size() + unwanted.size() > MOST_TERMS) {
      throw new IllegalArgumentException("too many words in q, expected at most " + MOST_TERMS);
    }
    return new Words(wanted, unwanted);
  }

  /** Lower case without accents. */
  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    StringBuilder bare = new StringBuilder(apart.length());
    apart
        .chars()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(c -> c == '\u2019' ? '\'' : c)
        .forEach(c -> bare.append((char) c));
    return bare.toString();
  }

  /** True if there is nothing to look for. */
  boolean isEmpty() {
    return wanted.isEmpty() && unwanted.isEmpty();
  }

  /** True if folded texts have, together, what is wanted and nothing that is not. */
  boolean match(List<String> folded) {
    for (String term : wanted) {
      if (!occursInAny(term, folded)) {
        return false;
      }
    }
    for (String term : unwanted) {
      if (occursInAny(term, folded)) {
        return false;
      }
    }
    return true;
  }

  private static boolean occursInAny(String term, List<String> folded) {
    for (String text : folded) {
      if (occurs(term, text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean occurs(String term, String folded) {
    for (int at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
      boolean inside = at > 0 && Character.isLetterOrDigit(folded.charAt(at - 1));
      if (!inside || !Character.isLetterOrDigit(term.charAt(0))) {
        return true;
      }
    }
    return false;
  }
}
