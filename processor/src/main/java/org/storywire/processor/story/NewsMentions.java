package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import java.util.ArrayList;
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
  private final Profile profile;

  NewsMentions(Text text, Words words, Profile profile) {
    this.text = text;
    this.words = words;
    this.profile = profile;
  }

  List<Passage> sentences() {
    List<Passage> sentences = new ArrayList<>();
    for (Span span : text.sentences()) {
      if (sentences.size() == MOST_SENTENCES) {
        break;
      }
      add(words.firstAt(span.start()), words.firstAt(span.end()), span, sentences);
    }
    return sentences;
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
    return at > i && text.string().substring(tokens.end(at - 1), tokens.start(at)).contains("\n");
  }

  private void add(int from, int to, Span span, List<Passage> passages) {
    IntAVLTreeSet content = new IntAVLTreeSet();
    for (int i = from; i < Math.min(to, StoryFeatureExtractor.MOST_TOKENS); i++) {
      if (words.content(i)) {
        content.add(profile.find(Field.Space.WORDS.ordinal(), Field.TERMS.key(words.key(i))));
      }
    }
    if (content.size() >= FEWEST_WORDS) {
      passages.add(new Passage(span.start(), span.end(), content.toIntArray()));
    }
  }
}
