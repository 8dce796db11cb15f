package org.storywire.processor.workbench.topics;

import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.List;
import org.storywire.processor.text.StopWords;
import org.storywire.processor.topics.FeatureTable;

/**
 * Chooses features from training articles: terms and pairs of neighbouring terms that occur in
 * enough articles and are no function words. Pairs must not touch a function word either. Features
 * of many articles come first.
 */
final class FeatureSelector {

  private final int fewestForTerm;
  private final int fewestForPair;

  /**
   * A selector.
   *
   * @param fewestForTerm articles a term must occur in [1..]
   * @param fewestForPair articles a pair must occur in, at least as many as a term, so that the
   *     terms of a kept pair are kept too; 0 for no pairs
   */
  FeatureSelector(int fewestForTerm, int fewestForPair) {
    if (fewestForTerm < 1 || (fewestForPair != 0 && fewestForPair < fewestForTerm)) {
      throw new IllegalArgumentException(
          "illegal least numbers of articles: "
              + fewestForTerm
              + " for a term, "
              + fewestForPair
              + " for a pair; the second must be 0 or at least the first");
    }
    this.fewestForTerm = fewestForTerm;
    this.fewestForPair = fewestForPair;
  }

  FeatureTable select(List<Example> examples) {
    return select(examples, new long[0]);
  }

  /**
   * Features of examples, and further terms that are kept however rare.
   *
   * @param further hashes of terms
   */
  FeatureTable select(List<Example> examples, long[] further) {
    Long2IntOpenHashMap documents = new Long2IntOpenHashMap();
    LongSet terms = new LongOpenHashSet();
    for (Example example : examples) {
      LongSet seen = new LongOpenHashSet();
      collect(example.language(), example.title(), seen, terms);
      collect(example.language(), example.body(), seen, terms);
      seen.forEach(hash -> documents.addTo(hash, 1));
    }
    LongSet always = new LongOpenHashSet(further);
    LongSet stop = examples.isEmpty() ? LongSet.of() : StopWords.of(examples.get(0).language());
    for (long term : further) {
      if (!stop.contains(term)) {
        documents.addTo(term, documents.containsKey(term) ? 0 : 1);
        terms.add(term);
      }
    }
    LongArrayList kept = new LongArrayList();
    for (Long2IntMap.Entry entry : documents.long2IntEntrySet()) {
      int fewest = terms.contains(entry.getLongKey()) ? fewestForTerm : fewestForPair;
      if (entry.getIntValue() >= fewest || always.contains(entry.getLongKey())) {
        kept.add(entry.getLongKey());
      }
    }
    kept.sort(
        (a, b) -> {
          int byCount = Integer.compare(documents.get(b), documents.get(a));
          return byCount != 0 ? byCount : Long.compare(a, b);
        });
    long[] hashes = kept.toLongArray();
    float[] idf = new float[hashes.length];
    for (int i = 0; i < idf.length; i++) {
      idf[i] = (float) Math.log(1 + examples.size() / (double) documents.get(hashes[i]));
    }
    return new FeatureTable(hashes, idf);
  }

  private void collect(String language, long[] text, LongSet seen, LongSet terms) {
    LongSet stop = StopWords.of(language);
    for (int i = 0; i < text.length; i++) {
      if (stop.contains(text[i])) {
        continue;
      }
      long term = text[i];
      seen.add(term);
      terms.add(term);
      if (fewestForPair > 0 && i > 0 && !stop.contains(text[i - 1])) {
        seen.add(FeatureTable.pair(text[i - 1], term));
      }
    }
  }
}
