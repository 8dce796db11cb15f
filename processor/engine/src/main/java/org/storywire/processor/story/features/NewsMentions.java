package org.storywire.processor.story.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;

/** Sentences and quotations of a body with their content words. */
final class NewsMentions {

  /** Fewest content words of a sentence that can be news: "A woman died." */
  static final int FEWEST_WORDS = 2;

  private static final int FEWEST_QUOTED = 4;

  /** Half of them are a text's first ones, half its last ones, where a live blog may grow. */
  private static final int MOST_SENTENCES = 80;

  private static final int MOST_QUOTATIONS = 24;

  private final Text text;
  private final StoryWords words;
  private final SentenceWords sentences;

  private final int[] places;

  /** Places of the words of one passage, one bit each: that puts them in order. */
  private final long[] content;

  /** Room for the same places as numbers. */
  private final int[] ascending;

  /**
   * Prepares.
   *
   * @param size number of words in the article's profile
   * @param places for each word of the vocabulary its place there
   */
  NewsMentions(Text text, StoryWords words, SentenceWords sentences, int size, int[] places) {
    this.text = text;
    this.words = words;
    this.sentences = sentences;
    this.places = places;
    this.content = new long[size / Long.SIZE + 1];
    this.ascending = new int[size];
  }

  List<Passage> sentences() {
    List<Passage> passages = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      add(sentences.from(s), sentences.to(s), sentences.span(s), FEWEST_WORDS, passages);
      if (passages.size() > MOST_SENTENCES) {
        passages.remove(MOST_SENTENCES / 2);
      }
    }
    return passages;
  }

  List<Passage> quotations() {
    Tokens tokens = text.tokens();
    List<Passage> quotations = new ArrayList<>();
    int i = 0;
    while (i < tokens.size() && quotations.size() < MOST_QUOTATIONS) {
      if (!tokens.quoted(i)) {
        i++;
        continue;
      }
      int end = i;
      while (end < tokens.size() && tokens.quoted(end) && !breaks(tokens, i, end)) {
        end++;
      }
      add(i, end, new Span(tokens.start(i), tokens.end(end - 1)), FEWEST_QUOTED, quotations);
      i = end;
    }
    return quotations;
  }

  /** Whether a line break lies before token {@code at} of the quotation that began at {@code i}. */
  private boolean breaks(Tokens tokens, int i, int at) {
    if (at == i) {
      return false;
    }
    int offset = tokens.end(at - 1);
    while (offset < tokens.start(at) && text.string().charAt(offset) != '\n') {
      offset++;
    }
    return offset < tokens.start(at);
  }

  private void add(int from, int to, Span span, int fewest, List<Passage> passages) {
    for (int i = from; i < to; i++) {
      if (words.content(i) && StoryFeatureExtractor.isRead(i, words.size())) {
        int place = places[words.word(i)];
        content[place / Long.SIZE] |= 1L << place;
      }
    }
    int distinct = 0;
    for (int at = 0; at < content.length; at++) {
      for (long rest = content[at]; rest != 0; rest &= rest - 1) {
        ascending[distinct++] = at * Long.SIZE + Long.numberOfTrailingZeros(rest);
      }
      content[at] = 0;
    }
    if (distinct >= fewest) {
      passages.add(new Passage(span.start(), span.end(), Arrays.copyOf(ascending, distinct)));
    }
  }
}
