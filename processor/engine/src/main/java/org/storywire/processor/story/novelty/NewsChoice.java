package org.storywire.processor.story.novelty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.storywire.processor.story.features.Clauses;
import org.storywire.processor.story.features.ConsequenceLexicon;
import org.storywire.processor.story.features.StoryLexicon;
import org.storywire.processor.story.features.StoryWords;
import org.storywire.processor.story.member.NewItem;

/**
 * Which of what is new is told: the weightiest first; an editor reads the first three. A name, a
 * quotation or a figure within a sentence that is told is not told again. A sentence that does not
 * stand by itself ("His comment …", half a quotation) comes after those that do, and a quotation
 * without its speaker counts for less; what speaks to the readers ("Thank you for your pictures")
 * is not told.
 */
final class NewsChoice {

  private static final int MOST = 12;
  private static final double LEANING = 0.3;
  private static final double SPEAKERLESS = 0.75;
  private static final int LONGEST_WORD = 12;
  private static final String OPENING = "\"\u201c\u201e\u00ab\u2018'";
  private static final String CLOSING = "\"\u201d\u201c\u00bb";

  private NewsChoice() {}

  /** The items to tell, weightiest first. */
  static List<NewItem> of(List<NewsCandidate> found, String body, ConsequenceLexicon lexicon) {
    List<NewsCandidate> weighed = new ArrayList<>();
    for (NewsCandidate item : found) {
      boolean sentence = item.kind() == NewItem.Kind.SENTENCE || !item.formers().isEmpty();
      if (sentence || found.stream().noneMatch(other -> holds(other, item))) {
        weighed.add(item.times(standing(item, sentence && leans(item.text(body)))));
      }
    }
    weighed.sort(NewsCandidate.ORDER);
    List<NewsCandidate> chosen = new ArrayList<>();
    for (NewsCandidate item : weighed) {
      if (chosen.size() < MOST
          && chosen.stream().noneMatch(item::overlaps)
          && !lexicon.notice(Clauses.of(item.text(body)))) {
        chosen.add(item);
      }
    }
    return chosen.stream().map(item -> item.in(body, lexicon.was())).toList();
  }

  private static double standing(NewsCandidate item, boolean leans) {
    if (leans) {
      return LEANING;
    }
    return item.kind() == NewItem.Kind.QUOTATION ? SPEAKERLESS : 1;
  }

  /** Whether a new sentence holds a name, a quotation or a figure: then it tells them. */
  private static boolean holds(NewsCandidate sentence, NewsCandidate item) {
    boolean whole = sentence.kind() == NewItem.Kind.SENTENCE || !sentence.formers().isEmpty();
    return whole
        && sentence != item
        && sentence.start() <= item.start()
        && item.end() <= sentence.end();
  }

  /** Whether a reader would ask: who? what? */
  static boolean leans(String sentence) {
    if (unbalanced(sentence)) {
      return true;
    }
    int start = 0;
    while (start < sentence.length() && !Character.isLetterOrDigit(sentence.charAt(start))) {
      start++;
    }
    boolean quoted = start > 0 && OPENING.indexOf(sentence.charAt(start - 1)) >= 0;
    int close = quoted ? closing(sentence, start) : -1;
    // A quotation stands by its speaker: «…», said Sena Orlik.
    return opensLeaning(sentence, close >= 0 ? close + 1 : start);
  }

  /** Where the quotation ends that a sentence begins with, if words follow; below 0 if none do. */
  private static int closing(String sentence, int start) {
    for (int i = start; i < sentence.length() - LONGEST_WORD; i++) {
      if (CLOSING.indexOf(sentence.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean opensLeaning(String sentence, int from) {
    int start = from;
    while (start < sentence.length() && !Character.isLetterOrDigit(sentence.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < Math.min(sentence.length(), start + LONGEST_WORD)
        && Character.isLetter(sentence.charAt(end))) {
      end++;
    }
    return end > start
        && StoryLexicon.LEANING.contains(
            StoryWords.key(sentence.substring(start, end).toLowerCase(Locale.ROOT)));
  }

  /** Half a quotation. */
  private static boolean unbalanced(String sentence) {
    int straight = 0;
    int open = 0;
    int close = 0;
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      straight += c == '"' ? 1 : 0;
      open += c == '\u00ab' || c == '\u201c' || c == '\u201e' ? 1 : 0;
      close += c == '\u00bb' || c == '\u201d' ? 1 : 0;
    }
    boolean german = sentence.indexOf('\u201e') >= 0;
    return straight % 2 == 1 || (!german && open != close);
  }
}
