package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;

/** People that a text names with at least two words. */
final class People {

  private static final int MOST = 32;

  private People() {}

  /** First mention of each, in text order. */
  static List<Mention> in(Words words, Names names) {
    List<Mention> people = new ArrayList<>();
    IntOpenHashSet known = new IntOpenHashSet();
    int end = 0;
    for (int c = 0; c < words.capitals() && people.size() < MOST; c++) {
      int i = words.capital(c);
      if (i < end || !names.name(i)) {
        continue;
      }
      end = names.runEnd(i);
      int start = i;
      while (start < end && Lexicon.TITLES.contains(words.key(start))) {
        start++;
      }
      boolean place = i > 0 && start == i && Lexicon.BEFORE_PLACES.contains(words.key(i - 1));
      if (!place && person(words, start, end)) {
        int last = words.key(end - 1);
        int key = Names.pair(words.key(start), last);
        if (known.add(key)) {
          people.add(new Mention(words.start(start), words.end(end - 1), key, last));
        }
      }
    }
    return people;
  }

  private static boolean person(Words words, int start, int end) {
    if (end - start < 2 || end - start > 4) {
      return false;
    }
    for (int i = start; i < end; i++) {
      boolean shouted = words.upperCase(i) && words.length(i) > 2;
      if (shouted
          || words.number(i)
          || Lexicon.NOT_PEOPLE.contains(words.key(i))
          || Lexicon.COUNTRIES.contains(words.key(i))
          || Lexicon.STREET_ENDINGS.contains(words.key(end - 1))) {
        return false;
      }
    }
    return true;
  }
}
