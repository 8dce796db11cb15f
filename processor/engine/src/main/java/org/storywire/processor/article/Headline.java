package org.storywire.processor.article;

import java.util.List;
import java.util.Optional;

/** Finds a text's headline where none was given. */
final class Headline {

  private static final int MAX_WORDS = 30;
  private static final int MAX_LENGTH = 120;

  private Headline() {}

  /** Whether the first line is the headline of the lines below it: a line, but no sentence. */
  static boolean opens(List<Line> lines) {
    return lines.size() > 1 && lines.get(0).words() <= MAX_WORDS && !lines.get(0).sentence();
  }

  /** The first sentence, cut at a word's end if it is long. */
  static String fromText(String paragraph) {
    Optional<Integer> end = endOfSentence(paragraph);
    String sentence = paragraph.substring(0, end.orElse(paragraph.length()));
    if (sentence.length() <= MAX_LENGTH) {
      return sentence;
    }
    int cut = sentence.lastIndexOf(' ', MAX_LENGTH - 1);
    cut = cut < MAX_LENGTH / 2 ? MAX_LENGTH - 1 : cut;
    cut = Character.isHighSurrogate(sentence.charAt(cut - 1)) ? cut - 1 : cut;
    return sentence.substring(0, cut).stripTrailing() + "\u2026";
  }

  private static Optional<Integer> endOfSentence(String paragraph) {
    String opening = paragraph.substring(0, Math.min(paragraph.length(), 4 * MAX_LENGTH));
    return org.storywire.processor.text.Sentences.split(opening).stream()
        .findFirst()
        .map(org.storywire.processor.text.Span::end);
  }
}
