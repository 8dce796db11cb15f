package org.storywire.processor.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;

/** Sentences and quotations of a body with their content words. */
final class NewsMentions {

  /** Fewest content words of a sentence or quotation that can be news. */
  static final int FEWEST_WORDS = 4;

  private static final int WORDS = Field.Space.WORDS.ordinal();
  private static final int MOST_SENTENCES = 80;
  private static final int MOST_QUOTATIONS = 24;

  private final Text text;
  private final Words words;
  private final SentenceWords sentences;

  /** For each content word its place in the article's profile. */
  private final int[] places;

  /** Room for the words of one passage. */
  private final int[] content;

  NewsMentions(Text text, Words words, SentenceWords sentences, Profile profile) {
    this.text = text;
    this.words = words;
    this.sentences = sentences;
    this.places = new int[Math.min(words.size(), StoryFeatureExtractor.MOST_TOKENS)];
    this.content = new int[places.length];
    IntTable byKey = new IntTable(profile.to(WORDS));
    for (int place = profile.from(WORDS); place < profile.to(WORDS); place++) {
      byKey.put(profile.key(place), place + 1);
    }
    for (int i = 0; i < places.length; i++) {
      places[i] = words.content(i) ? byKey.get(Field.TERMS.key(words.key(i))) - 1 : -1;
    }
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
    int size = 0;
    for (int i = from; i < Math.min(to, places.length); i++) {
      content[size] = places[i];
      size += places[i] < 0 ? 0 : 1;
    }
    Arrays.sort(content, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || content[i] != content[distinct - 1]) {
        content[distinct++] = content[i];
      }
    }
    if (distinct >= FEWEST_WORDS) {
      passages.add(new Passage(span.start(), span.end(), Arrays.copyOf(content, distinct)));
    }
  }
}
