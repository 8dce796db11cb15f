package org.storywire.processor.topics;

import it.unimi.dsi.fastutil.longs.Long2IntLinkedOpenHashMap;
import org.storywire.processor.text.Hashing;

/**
 * Finds every occurrence of many phrases in one pass over a text's term hashes. A phrase is found
 * by the chained hash of its terms; each prefix of a phrase is remembered, so that a term which
 * begins none costs one look-up.
 */
final class PhraseIndex {

  /** Receives what is found. */
  interface Sink {

    /** Phrase number {@code phrase} covers {@code length} terms from {@code start}. */
    void found(int phrase, int start, int length);
  }

  private static final int PREFIX_ONLY = -1;

  private final HashIndex chains;
  private final int[] phrases;

  private PhraseIndex(long[] chains, int[] phrases) {
    this.chains = new HashIndex(chains);
    this.phrases = phrases;
  }

  /** Gathers phrases. */
  static final class Builder {

    private final Long2IntLinkedOpenHashMap chains = new Long2IntLinkedOpenHashMap();
    private int size;

    Builder() {
      chains.defaultReturnValue(PREFIX_ONLY);
    }

    /** Number of the phrase with these terms; the same for the same terms. */
    int add(long[] terms) {
      if (terms.length == 0) {
        throw new IllegalArgumentException("illegal phrase: empty, must have at least one term");
      }
      long chain = terms[0];
      for (int i = 1; i < terms.length; i++) {
        chains.putIfAbsent(chain, PREFIX_ONLY);
        chain = Hashing.combine(chain, terms[i]);
      }
      int known = chains.get(chain);
      if (known != PREFIX_ONLY) {
        return known;
      }
      chains.put(chain, size);
      return size++;
    }

    /** An index of the phrases so far. */
    PhraseIndex build() {
      return new PhraseIndex(chains.keySet().toLongArray(), chains.values().toIntArray());
    }
  }

  /** Reports every occurrence, overlapping ones too, by start, then length. */
  void scan(long[] terms, Sink sink) {
    for (int start = 0; start < terms.length; start++) {
      long chain = terms[start];
      int found = chains.get(chain);
      for (int next = start + 1; found != HashIndex.ABSENT; next++) {
        if (phrases[found] != PREFIX_ONLY) {
          sink.found(phrases[found], start, next - start);
        }
        if (next == terms.length) {
          break;
        }
        chain = Hashing.combine(chain, terms[next]);
        found = chains.get(chain);
      }
    }
  }
}
