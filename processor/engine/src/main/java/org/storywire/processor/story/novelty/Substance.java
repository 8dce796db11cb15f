package org.storywire.processor.story.novelty;

import java.util.List;
import org.storywire.processor.story.features.Passage;

/**
 * Whether what is new in an article is worth an alert, in languages that {@link
 * org.storywire.processor.story.features.ConsequenceLexicon} does not know. Any independent report
 * words things anew and adds background, so a new sentence alone is no alert: the opening, where
 * news is told, must carry facts that the story did not have. A figure that changed (a toll that
 * rises) is enough; people, quotations, other figures and rare words count together. A revision, or
 * the first article of a story, needs one sentence that is new throughout.
 */
final class Substance {

  /** Inverse document frequency [0..1] from which a word is rare. */
  static final double RARE_FROM = 0.6;

  private static final double NEW_THROUGHOUT = 0.6;

  /** Sentences of the body that are its opening. */
  private static final int OPENING = 5;

  private static final double ENOUGH = 1.6;
  private static final double RARE_WORD = 0.15;
  private static final int MOST_RARE_WORDS = 4;

  private final int openingEnd;
  private final boolean report;
  private double facts;
  private double newest;

  /**
   * Prepares.
   *
   * @param report whether it is a report on a story that has others
   */
  Substance(List<Passage> sentences, boolean report) {
    this.openingEnd =
        sentences.isEmpty() ? 0 : sentences.get(Math.min(OPENING, sentences.size()) - 1).end();
    this.report = report;
  }

  /**
   * Takes a new sentence into account.
   *
   * @param rareWords number of rare words in it that the story had not used
   * @param anew how new its words are [0..1]
   */
  void sentence(Passage sentence, int rareWords, double anew) {
    newest = Math.max(newest, anew);
    if (sentence.start() < openingEnd) {
      facts += RARE_WORD * Math.min(MOST_RARE_WORDS, rareWords);
    }
  }

  /** Whether the article carries enough of what was found. */
  boolean in(List<NewsCandidate> items) {
    if (!report) {
      boolean changed = items.stream().anyMatch(found -> found.score() >= Novelty.CHANGED);
      return changed || newest >= NEW_THROUGHOUT;
    }
    double sum = facts;
    for (NewsCandidate found : items) {
      sum += found.start() < openingEnd ? worth(found) : 0;
    }
    return sum >= ENOUGH;
  }

  private static double worth(NewsCandidate found) {
    return switch (found.kind()) {
      case SENTENCE -> 0;
      case NUMBER -> found.score() >= Novelty.CHANGED ? ENOUGH : 0.25;
      case QUOTATION, NAME -> 0.4;
    };
  }
}
