package org.storywire.processor.story.novelty;

import java.util.Comparator;
import java.util.List;
import org.storywire.processor.story.member.NewItem;

/**
 * Something new in an article whose text has not been cut out yet.
 *
 * @param start first UTF-16 unit in the body
 * @param end after the last UTF-16 unit
 * @param score how weighty it is [0..1]
 * @param formers what the story told before where it tells another figure now, in text order
 */
record NewsCandidate(NewItem.Kind kind, int start, int end, double score, List<Former> formers) {

  /**
   * A figure that was told before.
   *
   * @param at where the figure ends that stands in its place [UTF-16 units of the body]
   */
  record Former(int at, String value) {}

  /** Weightiest first; ties: in text order. */
  static final Comparator<NewsCandidate> ORDER =
      (a, b) -> {
        int byScore = Double.compare(b.score, a.score);
        int byPlace = byScore != 0 ? byScore : Integer.compare(a.start, b.start);
        return byPlace != 0 ? byPlace : a.kind.compareTo(b.kind);
      };

  NewsCandidate(NewItem.Kind kind, int start, int end, double score) {
    this(kind, start, end, score, List.of());
  }

  /** The same with another weight. */
  NewsCandidate times(double factor) {
    return new NewsCandidate(kind, start, end, score * factor, formers);
  }

  /** The text as it stands in the body. */
  String text(String body) {
    return body.substring(start, Math.min(end, body.length()));
  }

  boolean overlaps(NewsCandidate other) {
    return start < other.end && other.start < end;
  }

  /**
   * Cuts the text out.
   *
   * @param was the word before what was told before: "was"
   */
  NewItem in(String body, String was) {
    int stop = Math.min(end, body.length());
    int from = Math.min(start, stop);
    StringBuilder text = new StringBuilder();
    int next = from;
    for (Former former : formers) {
      int at = Math.max(next, Math.min(former.at(), stop));
      text.append(body, next, at).append(" (").append(was).append(' ').append(former.value());
      text.append(')');
      next = at;
    }
    text.append(body, next, stop);
    return new NewItem(kind, text.toString(), from, stop, score);
  }
}
