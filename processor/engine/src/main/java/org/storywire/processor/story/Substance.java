package org.storywire.processor.story;

import java.util.List;

/**
 * Whether what is new in a report is worth an alert. Any independent report words things anew and
 * adds background, so a new sentence alone is no alert: the opening, where news is told, must carry
 * facts that the story did not have. A figure that changed (a toll that rises) is enough; people,
 * quotations, other figures and rare words count together.
 */
final class Substance {

  /** Inverse document frequency [0..1] from which a word is rare. */
  static final double RARE_FROM = 0.6;

  /** Sentences of the body that are its opening. */
  private static final int OPENING = 5;

  private static final double ENOUGH = 1.6;
  private static final double RARE_WORD = 0.15;
  private static final int MOST_RARE_WORDS = 4;

  private final int openingEnd;
  private double facts;

  Substance(List<Passage> sentences) {
    openingEnd =
        sentences.isEmpty() ? 0 : sentences.get(Math.min(OPENING, sentences.size()) - 1).end();
  }

  /** Takes a new sentence into account, with the rare words in it that the story had not used. */
  void sentence(Passage sentence, int rareWords) {
    if (sentence.start() < openingEnd) {
      facts += RARE_WORD * Math.min(MOST_RARE_WORDS, rareWords);
    }
  }

  /** Whether the opening carries enough of what was found. */
  boolean in(List<Found> items) {
    double sum = facts;
    for (Found found : items) {
      sum += found.start() < openingEnd ? worth(found) : 0;
    }
    return sum >= ENOUGH;
  }

  private static double worth(Found found) {
    return switch (found.kind()) {
      case SENTENCE -> 0;
      case NUMBER -> found.score() >= Novelty.CHANGED ? ENOUGH : 0.25;
      case QUOTATION, NAME -> 0.4;
    };
  }
}
