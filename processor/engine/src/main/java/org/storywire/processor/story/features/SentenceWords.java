package org.storywire.processor.story.features;

import java.util.Arrays;
import java.util.List;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;

/** The sentences of a text as stretches of its words. */
final class SentenceWords {

  private static final int LEAD_WORDS = 80;
  private static final int LEAD_SENTENCES = 3;
  private static final int SHORTEST = 5;

  private final List<Span> spans;
  private final int size;
  private final int[] from;
  private final int[] to;

  SentenceWords(Text text) {
    this.spans = text.sentences();
    this.from = new int[spans.size()];
    this.to = new int[spans.size()];
    Tokens tokens = text.tokens();
    this.size = tokens.size();
    int next = 0;
    for (int s = 0; s < from.length; s++) {
      next = firstAt(spans.get(s).start(), tokens, next);
      from[s] = next;
      next = firstAt(spans.get(s).end(), tokens, next);
      to[s] = next;
    }
  }

  private static int firstAt(int offset, Tokens tokens, int from) {
    int at = from;
    while (at < tokens.size() && tokens.start(at) < offset) {
      at++;
    }
    return at;
  }

  /** Number of sentences. */
  int size() {
    return from.length;
  }

  /** Where a sentence stands in the text. */
  Span span(int sentence) {
    return spans.get(sentence);
  }

  /** First word of a sentence. */
  int from(int sentence) {
    return from[sentence];
  }

  /** After the last word of a sentence. */
  int to(int sentence) {
    return to[sentence];
  }

  /** Which words begin a sentence. */
  boolean[] firsts() {
    boolean[] first = new boolean[size];
    for (int at : from) {
      if (at < size) {
        first[at] = true;
      }
    }
    return first;
  }

  /** After the last word of the sentence that word {@code i} is in. */
  int endAfter(int i) {
    int at = Arrays.binarySearch(to, i + 1);
    return to[at < 0 ? -at - 1 : at];
  }

  /** After the last word of the opening. */
  int leadEnd() {
    int sentences = 0;
    for (int s = 0; s < from.length; s++) {
      sentences += to[s] - from[s] > SHORTEST ? 1 : 0;
      if (to[s] >= LEAD_WORDS || sentences == LEAD_SENTENCES) {
        return Math.min(to[s], LEAD_WORDS * 2);
      }
    }
    return size;
  }
}
