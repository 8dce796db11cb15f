package org.storywire.processor.article;

import java.util.ArrayList;
import java.util.List;
import org.storywire.processor.text.LowerCase;

/**
 * The words of a short line in lower case, each number as {@code #}: two lines that differ in
 * figures, marks and case only have the same wording. Figures keep their separators: "1,893" is one
 * number.
 *
 * @param text words and {@code #}, separated by single spaces
 * @param numbers the first digits of each number, at most nine
 */
record Wording(String text, List<Integer> numbers) {

  private static final String NUMBER = "#";

  Wording {
    numbers = List.copyOf(numbers);
  }

  static Wording of(String line) {
    StringBuilder words = new StringBuilder(line.length());
    List<Integer> numbers = new ArrayList<>();
    String lower = LowerCase.of(line);
    int at = 0;
    while (at < lower.length()) {
      char c = lower.charAt(at);
      int start = at;
      if (Character.isDigit(c)) {
        at = endOfNumber(lower, at);
        numbers.add(value(lower, start, at));
        add(words, NUMBER);
      } else if (isLetter(c)) {
        while (at < lower.length() && isLetter(lower.charAt(at))) {
          at++;
        }
        add(words, lower.substring(start, at));
      } else {
        at++;
      }
    }
    return new Wording(words.toString(), numbers);
  }

  boolean hasNumber() {
    return !numbers.isEmpty();
  }

  List<String> words() {
    return List.of(text.split(" ", -1));
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static int endOfNumber(String text, int from) {
    int at = from;
    while (at < text.length()
        && (Character.isDigit(text.charAt(at))
            || (".,\u00a0\u202f'".indexOf(text.charAt(at)) >= 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1))))) {
      at++;
    }
    return at;
  }

  private static int value(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to && value < 100_000_000; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        break;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static void add(StringBuilder words, String word) {
    if (words.length() > 0) {
      words.append(' ');
    }
    words.append(word);
  }
}
