package org.storywire.processor.story.features;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;

/** PersonMentions that a text names with at least two words. */
final class PersonMentions {

  private static final int MOST = 32;

  private PersonMentions() {}

  /** First mention of each, in text order. */
  static List<Mention> in(StoryWords words, Names names) {
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
      while (start < end && StoryLexicon.TITLES.contains(words.key(start))) {
        start++;
      }
      boolean place = i > 0 && start == i && StoryLexicon.BEFORE_PLACES.contains(words.key(i - 1));
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

  private static boolean person(StoryWords words, int start, int end) {
    if (end - start < 2 || end - start > 4) {
      return false;
    }
    for (int i = start; i < end; i++) {
      boolean shouted = words.upperCase(i) && words.length(i) > 2;
      if (shouted
          || words.number(i)
          || StoryLexicon.NOT_PEOPLE.contains(words.key(i))
          || StoryLexicon.COUNTRIES.contains(words.key(i))
          || StoryLexicon.STREET_ENDINGS.contains(words.key(end - 1))) {
        return false;
      }
    }
    return true;
  }
}
