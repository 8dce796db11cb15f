package org.storywire.processor.story;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of what is new is told: the weightiest first; an editor reads the first three. A name, a
 * quotation or a figure within a sentence that is told is not told again; a sentence that leans on
 * the one before it ("His comment …") counts for less, for it does not stand by itself.
 */
final class NewsChoice {

  private static final int MOST = 12;
  private static final double LEANING = 0.6;
  private static final int LONGEST_WORD = 12;

  private NewsChoice() {}

  /** The items to tell, weightiest first. */
  static List<NewItem> of(List<Found> found, String body) {
    List<Found> weighed = new ArrayList<>();
    for (Found item : found) {
      boolean leans = item.kind() == NewItem.Kind.SENTENCE && leans(body, item);
      weighed.add(leans ? item.times(LEANING) : item);
    }
    weighed.sort(Found.ORDER);
    List<Found> chosen = new ArrayList<>();
    for (Found item : weighed) {
      if (chosen.size() < MOST && chosen.stream().noneMatch(other -> tells(other, item))) {
        chosen.add(item);
      }
    }
    return chosen.stream().map(item -> item.in(body)).toList();
  }

  /** Whether what is chosen tells an item, or is told by it: the same words twice are one fact. */
  private static boolean tells(Found chosen, Found item) {
    boolean figure = chosen.kind() == NewItem.Kind.NUMBER;
    return !figure && chosen.start() < item.end() && item.start() < chosen.end();
  }

  private static boolean leans(String body, Found sentence) {
    int end = sentence.start();
    int stop = Math.min(Math.min(sentence.end(), body.length()), end + LONGEST_WORD);
    while (end < stop && Character.isLetter(body.charAt(end))) {
      end++;
    }
    return end > sentence.start()
        && Lexicon.LEANING.contains(Words.key(lower(body, sentence.start(), end)));
  }

  private static String lower(String body, int start, int end) {
    return body.substring(start, end).toLowerCase(java.util.Locale.ROOT);
  }
}
