package org.storywire.processor.story.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a sentence in lower case, and where clauses begin: after a colon, a semicolon, a
 * dash, a full stop. A comma ends none: "No one, police said, was hurt."; it ends a part of one.
 *
 * @param begins by word: the first word of its clause
 * @param parts by word: the first word of its clause, or the first one behind the last comma
 */
public record Clauses(List<String> tokens, List<Integer> begins, List<Integer> parts) {

  private static final String ENDS = ":;.!?\u2013\u2014()";

  public static Clauses of(String sentence) {
    List<String> tokens = new ArrayList<>();
    List<Integer> begins = new ArrayList<>();
    List<Integer> parts = new ArrayList<>();
    int begin = 0;
    int part = 0;
    int i = 0;
    while (i < sentence.length()) {
      char c = sentence.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        boolean dash = c == '-' && i > 0 && sentence.charAt(i - 1) == ' ';
        begin = dash || ENDS.indexOf(c) >= 0 ? tokens.size() : begin;
        part = c == ',' ? tokens.size() : Math.max(part, begin);
        i++;
        continue;
      }
      int end = i + 1;
      while (end < sentence.length() && inWord(sentence, end)) {
        end++;
      }
      tokens.add(sentence.substring(i, end).replace('\u2019', '\'').toLowerCase(Locale.ROOT));
      begins.add(begin);
      parts.add(part);
      i = end;
    }
    return new Clauses(tokens, begins, parts);
  }

  private static boolean inWord(String sentence, int at) {
    char c = sentence.charAt(at);
    boolean joint = c == '\'' || c == '\u2019' || c == '-';
    return Character.isLetterOrDigit(c)
        || (joint && at + 1 < sentence.length() && Character.isLetter(sentence.charAt(at + 1)));
  }

  /** The first word of the clause that a word is in. */
  int begin(int token) {
    return begins.get(token);
  }

  /** The first word of the part that a word is in. */
  int part(int token) {
    return parts.get(token);
  }
}
