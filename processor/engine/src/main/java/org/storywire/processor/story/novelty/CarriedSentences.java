package org.storywire.processor.story.novelty;

import java.util.List;
import org.storywire.processor.story.features.Field;
import org.storywire.processor.story.features.Passage;
import org.storywire.processor.story.member.KeptSentences;
import org.storywire.processor.story.similarity.ComparedArticle;

/**
 * How much of each passage of an arriving article some sentence of its story has carried. A word's
 * place is its place among the article's features.
 */
final class CarriedSentences {

  private static final int WORDS = Field.Space.WORDS.ordinal();

  private final List<Passage> passages;
  private final ComparedArticle article;

  /** Passages by the place of a word: those of place p from ends[p - 1] to before ends[p]. */
  private final int[] ends;

  private final int[] passagesOf;

  /** By the place of a word: its inverse document frequency; 0 once a sentence carried it. */
  private final double[] unseen;

  private final int[] sizes;
  private final int[] most;
  private final double[] likeness;
  private int[] likely = new int[512];
  private final int[] hits;
  private final int[] touched;
  private int touches;

  CarriedSentences(ComparedArticle article, List<Passage> passages) {
    this.article = article;
    this.passages = passages;
    this.most = new int[passages.size()];
    this.likeness = new double[passages.size()];
    this.hits = new int[passages.size()];
    this.touched = new int[passages.size() + 1];
    this.sizes = new int[passages.size()];
    for (int p = 0; p < sizes.length; p++) {
      sizes[p] = passages.get(p).words().length;
    }
    int places = article.profile().to(WORDS);
    this.unseen = new double[places];
    for (int place = 0; place < places; place++) {
      unseen[place] = article.idf(place);
    }
    int[] starts = new int[places + 1];
    for (Passage passage : passages) {
      for (int place : passage.words()) {
        starts[place + 1]++;
      }
    }
    for (int place = 0; place < places; place++) {
      starts[place + 1] += starts[place];
    }
    this.passagesOf = new int[starts[places]];
    for (int p = 0; p < passages.size(); p++) {
      for (int place : passages.get(p).words()) {
        passagesOf[starts[place]++] = p;
      }
    }
    this.ends = starts;
  }

  /** Takes the sentences of an article of the story into account. */
  void carry(KeptSentences sentences) {
    if (likely.length < sentences.words()) {
      likely = new int[sentences.words() * 2];
    }
    int size = 0;
    for (int i = 0; i < sentences.words(); i++) {
      likely[size] = i; // No branch: which words pass can't be predicted.
      size += article.mayHave(sentences.word(i));
    }
    int sentence = 0;
    for (int k = 0; k < size; k++) {
      while (likely[k] >= sentences.end(sentence)) {
        carried(sentences.length(sentence++));
      }
      int place = article.find(WORDS, sentences.word(likely[k]));
      if (place >= 0) {
        meet(place);
      }
    }
    if (touches > 0) {
      carried(sentences.length(sentence));
    }
  }

  /** Takes a sentence of the article itself into account, for the passages after it. */
  void carry(int passage) {
    int[] words = passages.get(passage).words();
    for (int place : words) {
      unseen[place] = 0;
      int first = place == 0 ? 0 : ends[place - 1];
      for (int k = ends[place] - 1; k >= first && passagesOf[k] > passage; k--) {
        hit(passagesOf[k]);
      }
    }
    carried(words.length);
  }

  private void meet(int place) {
    unseen[place] = 0;
    for (int k = place == 0 ? 0 : ends[place - 1]; k < ends[place]; k++) {
      hit(passagesOf[k]);
    }
  }

  private void hit(int passage) {
    int before = hits[passage]++;
    touched[touches] = passage;
    touches += before == 0 ? 1 : 0;
  }

  private void carried(int length) {
    for (int k = 0; k < touches; k++) {
      int passage = touched[k];
      int both = hits[passage];
      most[passage] = Math.max(most[passage], both);
      if (2 * both > length) {
        int longer = Math.max(length, sizes[passage]);
        likeness[passage] = Math.max(likeness[passage], (double) both / longer);
      }
      hits[passage] = 0;
    }
    touches = 0;
  }

  /** Largest share of a passage's content words found in one sentence [0..1]. */
  double overlap(int passage) {
    return (double) most[passage] / sizes[passage];
  }

  /**
   * Like {@link #overlap}, of the longer of the two: 1 only for the same words [0..1]. Below one
   * half it may be 0.
   */
  double likeness(int passage) {
    return likeness[passage];
  }

  /** Whether one sentence said a passage in all but a few words. */
  boolean says(int passage, double from) {
    return passage < likeness.length && likeness[passage] >= from;
  }

  /** Weight of those of a passage's words that no sentence carried [0..]. */
  double unseen(int passage) {
    double mass = 0;
    for (int place : passages.get(passage).words()) {
      mass += unseen[place];
    }
    return mass;
  }

  /** Number of a passage's words that are at least so rare [0..1] and that no sentence carried. */
  int unseen(int passage, double rarity) {
    int words = 0;
    for (int place : passages.get(passage).words()) {
      words += unseen[place] >= rarity ? 1 : 0;
    }
    return words;
  }
}
