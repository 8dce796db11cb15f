package org.storywire.processor.article;

import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.LowerCase;
import org.storywire.processor.text.StopWords;

/**
 * Takes back what was done to words for the look of a page: an initial that stands alone ("T he
 * town", or on a line of its own) and words broken at a line's end.
 */
final class Typesetting {

  private static final Pattern BROKEN = Pattern.compile("(\\p{L}{2,})[-\u2010]\n[ \t]*(\\p{Ll}+)");

  private static final String OPENERS = "\"“«„";

  private static final Pattern OWN_LINE =
      Pattern.compile("(?<=^|\n)([\"“«„]?)(\\p{Lu})[ \t]*\n\\s*(\\p{L}+)");

  /** On the first line only: elsewhere single letters are names and grades. */
  private static final Pattern APART = Pattern.compile("^(\\s*[\"“«„]?)(\\p{Lu}) (\\p{Ll}+)");

  /** Letters that are words in a language we read. */
  private static final String ONE_LETTER_WORDS = "AIOEYUÀÓÉWZVKSВИКСОУАЯБ";

  private static final List<String> LANGUAGES = List.of("en", "es", "fr", "de");

  private Typesetting() {}

  /** The text with its words whole; the text itself where there was nothing to do. */
  static String mended(String text) {
    String joined = text.indexOf("-\n") < 0 && text.indexOf("\u2010\n") < 0 ? text : unbroken(text);
    Matcher own = OWN_LINE.matcher(joined);
    int line = lineOfOneCapital(joined);
    boolean found = line >= 0 && own.find(line) && own.start() < joined.length() / 2;
    String initials = found ? ownLine(joined, own) : joined;
    Matcher apart = APART.matcher(initials);
    return apart.find() ? apart(initials, apart) : initials;
  }

  /** A hyphen that the text has elsewhere, too, belongs to the word. */
  private static String unbroken(String text) {
    return BROKEN
        .matcher(text)
        .replaceAll(
            broken -> {
              String first = broken.group(1);
              String second = broken.group(2);
              boolean compound = text.contains(first + "-" + second);
              return Matcher.quoteReplacement(first + (compound ? "-" : "") + second);
            });
  }

  /** Start of the first line that is a capital and perhaps a mark before it; -1 if none is. */
  private static int lineOfOneCapital(String text) {
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      int at = start < end && OPENERS.indexOf(text.charAt(start)) >= 0 ? start + 1 : start;
      if (at < end && Character.getType(text.codePointAt(at)) == Character.UPPERCASE_LETTER) {
        at = text.offsetByCodePoints(at, 1);
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
          at++;
        }
        if (at == end) {
          return start;
        }
      }
      start = end + 1;
    }
    return -1;
  }

  private static String ownLine(String text, Matcher found) {
    String letter = found.group(2);
    String rest = found.group(3);
    boolean word = !begins(text, letter, rest);
    return text.substring(0, found.start())
        + found.group(1)
        + letter
        + (word ? " " : "")
        + rest
        + text.substring(found.end());
  }

  private static String apart(String text, Matcher found) {
    return begins(text, found.group(2), found.group(3))
        ? found.group(1) + found.group(2) + found.group(3) + text.substring(found.end())
        : text;
  }

  /** Whether a letter is the rest's first, rather than a word of its own. */
  private static boolean begins(String text, String letter, String rest) {
    if (ONE_LETTER_WORDS.indexOf(letter) < 0) {
      return true;
    }
    String whole = (letter + rest).toLowerCase(Locale.ROOT);
    String tail = rest.toLowerCase(Locale.ROOT);
    if (isCommon(whole) != isCommon(tail)) {
      return isCommon(whole);
    }
    String lower = LowerCase.of(text);
    boolean wholeElsewhere = holdsWord(lower, whole);
    boolean tailElsewhere =
        lower.indexOf(tail) != lower.lastIndexOf(tail) && holdsWord(lower, " " + tail);
    return wholeElsewhere && !tailElsewhere;
  }

  private static boolean isCommon(String word) {
    long hash = Hashing.hash64(word);
    for (String language : LANGUAGES) {
      LongSet words = StopWords.of(language);
      if (words.contains(hash)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsWord(String text, String word) {
    int at = text.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      boolean whole =
          (at == 0 || !Character.isLetter(text.charAt(at - 1)))
              && (end == text.length() || !Character.isLetter(text.charAt(end)));
      if (whole) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }
}
