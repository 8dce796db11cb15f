package org.storywire.processor.story;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;

/** How much of each passage of an arriving article some sentence of its story has carried. */
final class CarriedSentences {

  private final List<Passage> passages;
  private final Int2IntOpenHashMap placeOf = new Int2IntOpenHashMap();
  private final List<IntArrayList> passagesOf = new ArrayList<>();
  private final boolean[] seen;
  private final double[] overlap;
  private final double[] containedBoth;
  private final int[] hits;
  private final IntArrayList touched = new IntArrayList();

  CarriedSentences(List<Passage> passages) {
    this.passages = passages;
    this.overlap = new double[passages.size()];
    this.containedBoth = new double[passages.size()];
    this.hits = new int[passages.size()];
    placeOf.defaultReturnValue(-1);
    for (int p = 0; p < passages.size(); p++) {
      for (int word : passages.get(p).words()) {
        int place = placeOf.get(word);
        if (place < 0) {
          place = passagesOf.size();
          placeOf.put(word, place);
          passagesOf.add(new IntArrayList(2));
        }
        passagesOf.get(place).add(p);
      }
    }
    this.seen = new boolean[passagesOf.size()];
  }

  /** Takes a sentence of the story into account. */
  void carry(int[] sentence) {
    touched.clear();
    for (int word : sentence) {
      int place = placeOf.get(word);
      if (place < 0) {
        continue;
      }
      seen[place] = true;
      IntArrayList in = passagesOf.get(place);
      for (int k = 0; k < in.size(); k++) {
        int passage = in.getInt(k);
        if (hits[passage]++ == 0) {
          touched.add(passage);
        }
      }
    }
    for (int k = 0; k < touched.size(); k++) {
      int passage = touched.getInt(k);
      int size = passages.get(passage).words().length;
      double share = (double) hits[passage] / size;
      overlap[passage] = Math.max(overlap[passage], share);
      double both = (double) hits[passage] / Math.max(size, sentence.length);
      containedBoth[passage] = Math.max(containedBoth[passage], both);
      hits[passage] = 0;
    }
  }

  /** Largest share of a passage's content words found in one sentence [0..1]. */
  double overlap(int passage) {
    return overlap[passage];
  }

  /** Like {@link #overlap}, of the longer of the two: 1 only for the same words [0..1]. */
  double likeness(int passage) {
    return containedBoth[passage];
  }

  /** Whether some sentence carried the word. */
  boolean seen(int word) {
    int place = placeOf.get(word);
    return place >= 0 && seen[place];
  }
}
