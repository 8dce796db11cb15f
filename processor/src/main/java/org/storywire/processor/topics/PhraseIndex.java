package org.storywire.processor.topics;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
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
  private static final int ABSENT = -2;

  private final Long2IntOpenHashMap chains = new Long2IntOpenHashMap();
  private int size;

  PhraseIndex() {
    chains.defaultReturnValue(ABSENT);
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
    if (known >= 0) {
      return known;
    }
    chains.put(chain, size);
    return size++;
  }

  /** Number of phrases. */
  int size() {
    return size;
  }

  /** Reports every occurrence, overlapping ones too, by start, then length. */
  void scan(long[] terms, Sink sink) {
    for (int start = 0; start < terms.length; start++) {
      long chain = terms[start];
      int state = chains.get(chain);
      for (int next = start + 1; state != ABSENT; next++) {
        if (state >= 0) {
          sink.found(state, start, next - start);
        }
        if (next == terms.length) {
          break;
        }
        chain = Hashing.combine(chain, terms[next]);
        state = chains.get(chain);
      }
    }
  }
}
