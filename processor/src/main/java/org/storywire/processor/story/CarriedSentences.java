package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;

/**
 * How much of each passage of an arriving article some sentence of its story has carried. A word's
 * place is its place among the article's features.
 */
final class CarriedSentences {

  private static final int WORDS = Field.Space.WORDS.ordinal();

  private final List<Passage> passages;
  private final Weighted article;

  /** Passages by the place of a word: those of place p from ends[p - 1] to before ends[p]. */
  private final int[] ends;

  private final int[] passagesOf;
  private final boolean[] seen;
  private final double[] overlap;
  private final double[] likeness;
  private final int[] hits;
  private final IntArrayList touched = new IntArrayList();

  CarriedSentences(Weighted article, List<Passage> passages) {
    this.article = article;
    this.passages = passages;
    this.overlap = new double[passages.size()];
    this.likeness = new double[passages.size()];
    this.hits = new int[passages.size()];
    int places = article.profile().to(WORDS);
    this.seen = new boolean[places];
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

  /** Takes a sentence of the story into account, given by the keys of its words. */
  void carry(int[] sentence) {
    for (int word : sentence) {
      int place = article.find(WORDS, word);
      if (place >= 0) {
        meet(place);
      }
    }
    carried(sentence.length);
  }

  /** Takes a sentence of the article itself into account. */
  void carry(int passage) {
    int[] words = passages.get(passage).words();
    for (int place : words) {
      meet(place);
    }
    carried(words.length);
  }

  private void meet(int place) {
    seen[place] = true;
    for (int k = place == 0 ? 0 : ends[place - 1]; k < ends[place]; k++) {
      if (hits[passagesOf[k]]++ == 0) {
        touched.add(passagesOf[k]);
      }
    }
  }

  private void carried(int length) {
    for (int k = 0; k < touched.size(); k++) {
      int passage = touched.getInt(k);
      int size = passages.get(passage).words().length;
      overlap[passage] = Math.max(overlap[passage], (double) hits[passage] / size);
      double both = (double) hits[passage] / Math.max(size, length);
      likeness[passage] = Math.max(likeness[passage], both);
      hits[passage] = 0;
    }
    touched.clear();
  }

  /** Largest share of a passage's content words found in one sentence [0..1]. */
  double overlap(int passage) {
    return overlap[passage];
  }

  /** Like {@link #overlap}, of the longer of the two: 1 only for the same words [0..1]. */
  double likeness(int passage) {
    return likeness[passage];
  }

  /** Weight of those of a passage's words that no sentence carried [0..]. */
  double unseen(int passage) {
    double mass = 0;
    for (int place : passages.get(passage).words()) {
      mass += seen[place] ? 0 : article.idf(place);
    }
    return mass;
  }

  /** Number of a passage's words that are at least so rare and that no sentence carried. */
  int unseen(int passage, double rarity) {
    int unseen = 0;
    for (int place : passages.get(passage).words()) {
      unseen += !seen[place] && article.idf(place) >= rarity ? 1 : 0;
    }
    return unseen;
  }
}
