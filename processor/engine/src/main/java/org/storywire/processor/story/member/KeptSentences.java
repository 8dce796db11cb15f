package org.storywire.processor.story.member;

import java.util.Arrays;
import java.util.List;
import org.storywire.processor.story.features.Passage;
import org.storywire.processor.story.features.Profile;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * Sentences that a held article keeps to tell what is new: the keys of their words, in one array.
 */
public final class KeptSentences {

  static final KeptSentences NONE = new KeptSentences(new int[0], new int[0]);

  private final int[] words;

  /** By sentence: the place after its last word. */
  private final int[] ends;

  private KeptSentences(int[] words, int[] ends) {
    this.words = words;
    this.ends = ends;
  }

  /** Sentences of an article by their passages. */
  public static KeptSentences of(List<Passage> passages, Profile profile) {
    int[] ends = new int[passages.size()];
    int size = 0;
    for (int s = 0; s < ends.length; s++) {
      size += passages.get(s).words().length;
      ends[s] = size;
    }
    int[] words = new int[size];
    int next = 0;
    for (Passage passage : passages) {
      for (int place : passage.words()) {
        words[next++] = profile.key(place);
      }
    }
    return new KeptSentences(words, ends);
  }

  /** These sentences and others after them. */
  public KeptSentences and(KeptSentences others) {
    int[] allWords = Arrays.copyOf(words, words.length + others.words.length);
    System.arraycopy(others.words, 0, allWords, words.length, others.words.length);
    int[] allEnds = Arrays.copyOf(ends, ends.length + others.ends.length);
    for (int s = 0; s < others.ends.length; s++) {
      allEnds[ends.length + s] = words.length + others.ends[s];
    }
    return new KeptSentences(allWords, allEnds);
  }

  /** Number of words over all sentences. */
  public int words() {
    return words.length;
  }

  public int word(int i) {
    return words[i];
  }

  /** The place after the last word of a sentence. */
  public int end(int sentence) {
    return ends[sentence];
  }

  /** Number of words of a sentence. */
  public int length(int sentence) {
    return ends[sentence] - (sentence == 0 ? 0 : ends[sentence - 1]);
  }

  void write(ByteWriter out) {
    out.number(ends.length);
    int next = 0;
    for (int end : ends) {
      out.number(end - next);
      while (next < end) {
        out.fixed(words[next++]);
      }
    }
  }

  static KeptSentences read(ByteReader in) {
    int[] ends = new int[in.count(1)];
    int[] words = new int[ends.length * 12];
    int size = 0;
    for (int s = 0; s < ends.length; s++) {
      ends[s] = size + in.count(4);
      if (ends[s] > words.length) {
        words = Arrays.copyOf(words, ends[s] * 2);
      }
      while (size < ends[s]) {
        words[size++] = in.fixed();
      }
    }
    return new KeptSentences(Arrays.copyOf(words, size), ends);
  }
}
