package org.storywire.processor.story;

import java.util.Comparator;

/**
 * Something new in an article whose text has not been cut out yet.
 *
 * @param start first UTF-16 unit in the body
 * @param end after the last UTF-16 unit
 * @param score how weighty it is [0..1]
 */
record Found(NewItem.Kind kind, int start, int end, double score) {

  /** Weightiest first; ties: in text order. */
  static final Comparator<Found> ORDER =
      (a, b) -> {
        int byScore = Double.compare(b.score, a.score);
        int byPlace = byScore != 0 ? byScore : Integer.compare(a.start, b.start);
        return byPlace != 0 ? byPlace : a.kind.compareTo(b.kind);
      };

  /** The same with another weight. */
  Found times(double factor) {
    return new Found(kind, start, end, score * factor);
  }

  NewItem in(String body) {
    int stop = Math.min(end, body.length());
    int from = Math.min(start, stop);
    return new NewItem(kind, body.substring(from, stop), from, stop, score);
  }
}
