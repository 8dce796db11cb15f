package org.storywire.processor.story;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;

/** Sentences and quotations of a body with their content words. */
final class NewsMentions {

  /** Fewest content words of a sentence or quotation that can be news. */
  static final int FEWEST_WORDS = 4;

  private static final int MOST_SENTENCES = 80;
  private static final int MOST_QUOTATIONS = 24;

  private final Text text;
  private final Words words;
  private final SentenceWords sentences;

  private final int[] places;

  /** Places of the words of one passage. */
  private final BitSet content = new BitSet();

  /**
   * Prepares.
   *
   * @param places for each word of the vocabulary its place in the article's profile
   */
  NewsMentions(Text text, Words words, SentenceWords sentences, int[] places) {
    this.text = text;
    this.words = words;
    this.sentences = sentences;
    this.places = places;
  }

  List<Passage> sentences() {
    List<Passage> passages = new ArrayList<>();
    for (int s = 0; s < sentences.size() && passages.size() < MOST_SENTENCES; s++) {
      add(sentences.from(s), sentences.to(s), sentences.span(s), passages);
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
      add(i, end, new Span(tokens.start(i), tokens.end(end - 1)), quotations);
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

  private void add(int from, int to, Span span, List<Passage> passages) {
    content.clear();
    int stop = Math.min(to, StoryFeatureExtractor.MOST_TOKENS);
    for (int i = from; i < stop; i++) {
      if (words.content(i)) {
        content.set(places[words.word(i)]);
      }
    }
    int distinct = content.cardinality();
    if (distinct >= FEWEST_WORDS) {
      int[] ascending = new int[distinct];
      int place = -1;
      for (int i = 0; i < distinct; i++) {
        place = content.nextSetBit(place + 1);
        ascending[i] = place;
      }
      passages.add(new Passage(span.start(), span.end(), ascending));
    }
  }
}
