package org.storywire.processor.story.features;

import java.util.ArrayList;
import java.util.List;

/** Ages and counted figures of a text; times, dates, years and addresses are none. */
final class Figures {

  /** Half of them are a text's first ones, half its last ones, where a live blog may grow. */
  private static final int MOST_MENTIONS = 24;

  private static final int YEAR = StoryWords.key("year");
  private static final int OLD = StoryWords.key("old");
  private static final int AGED = StoryWords.key("aged");
  private static final int AGE = StoryWords.key("age");
  private static final int AM = StoryWords.key("am");
  private static final int PM = StoryWords.key("pm");

  private static final int OF = StoryWords.key("of");

  /** Tokens within which a figure is said to be one of dead, injured, arrested. */
  private static final int TOLL_WITHIN = 7;

  private static final int TOLL_BEFORE = 5;

  private final StoryWords words;
  private final ConsequenceLexicon lexicon;
  private final FeatureCounts counts;
  private final boolean[] taken;
  private final SentenceWords sentences;
  private final List<Mention> mentions = new ArrayList<>();

  /**
   * Prepares.
   *
   * @param taken tokens that are part of dates and addresses
   */
  Figures(
      StoryWords words,
      FeatureCounts counts,
      boolean[] taken,
      SentenceWords sentences,
      ConsequenceLexicon lexicon) {
    this.words = words;
    this.lexicon = lexicon;
    this.counts = counts;
    this.taken = taken;
    this.sentences = sentences;
  }

  /** Counts ages and figures. */
  void find() {
    for (int m = 0; m < words.marks(); m++) {
      int i = words.mark(m);
      int value = value(words, i);
      if (value == 0 || taken[i] || clock(i)) {
        continue;
      }
      if (age(i)) {
        counts.add(Field.AGES, value);
      } else if (!year(i)) {
        counts.add(Field.NUMBERS, value);
        mention(i, value);
      }
    }
  }

  /** Counts the figures of a headline; they are no mentions, which have places in the body. */
  void findInTitle(StoryWords title) {
    for (int m = 0; m < title.marks(); m++) {
      int value = value(title, title.mark(m));
      if (value != 0) {
        counts.add(Field.NUMBERS, value);
      }
    }
  }

  /** Where figures stand, in text order. */
  List<Mention> mentions() {
    return mentions;
  }

  /** Key of the number a marked token stands for, 0 if it is none. */
  private static int value(StoryWords words, int i) {
    if (words.number(i)) {
      return Character.isDigit(words.last(i)) ? words.key(i) : 0;
    }
    int spelt = StoryLexicon.NUMBERS.get(words.key(i));
    return spelt == 0 ? 0 : StoryWords.key(Integer.toString(spelt));
  }

  private void mention(int i, int value) {
    if (mentions.size() == MOST_MENTIONS) {
      mentions.remove(MOST_MENTIONS / 2);
    }
    int stop = Math.min(sentences.endAfter(i), i + 4);
    int at = i + 1;
    while (at < stop && !words.content(at)) {
      at++;
    }
    boolean named = at < stop;
    int slot = agedOf(i) ? 0 : counted(i, named ? words.key(at) : 0);
    int end = words.end(named ? at : i);
    mentions.add(new Mention(words.start(i), end, value, slot, words.raw(i)));
  }

  /**
   * What is counted: a consequence if one is told soon ("seven people were killed") or just before
   * ("the toll stands at seven"), or a word.
   *
   * @param word key of the first word after the figure
   */
  private int counted(int i, int word) {
    int end = sentences.endAfter(i);
    for (int at = i + 1; at < Math.min(end, i + TOLL_WITHIN) && !words.number(at); at++) {
      int toll = lexicon.toll(words.key(at));
      if (toll != 0) {
        return toll;
      }
    }
    for (int at = i - 1; at >= Math.max(0, i - TOLL_BEFORE) && !words.number(at); at--) {
      int toll = lexicon.toll(words.key(at));
      if (toll != 0 && sentences.endAfter(at) == end) {
        return toll;
      }
    }
    return word;
  }

  /** "A worker of 46": no toll. */
  private boolean agedOf(int i) {
    return i > 1
        && words.key(i - 1) == OF
        && words.number(i)
        && words.length(i) < 4
        && lexicon.toll(words.key(i - 2)) == 0;
  }

  private boolean clock(int i) {
    if (words.after(i) == ':' || words.before(i) == ':') {
      return true;
    }
    int next = i + 1 < words.size() ? words.key(i + 1) : 0;
    return words.number(i) && (next == AM || next == PM);
  }

  private boolean year(int i) {
    if (!words.number(i) || words.length(i) != 4) {
      return false;
    }
    String raw = words.raw(i);
    return raw.startsWith("19") || raw.startsWith("20");
  }

  private boolean age(int i) {
    if (i + 2 < words.size() && words.key(i + 1) == YEAR && words.key(i + 2) == OLD) {
      return true;
    }
    if (i == 0 || !words.number(i) || words.length(i) > 3) {
      return false;
    }
    int before = words.key(i - 1);
    boolean aside = words.after(i) == ',' || words.after(i) == ')' || words.after(i) == '.';
    boolean afterName = words.capitalised(i - 1) && words.start(i) - words.end(i - 1) == 2;
    return before == AGED || before == AGE || (aside && afterName && words.length(i) < 3);
  }
}
