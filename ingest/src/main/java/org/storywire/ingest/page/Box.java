package org.storywire.ingest.page;

import java.util.EnumSet;
import java.util.Set;

/** An element of a page that holds blocks: the page's layout without its inline markup. */
final class Box {

  final Box parent;
  final String tag;

  /** What the element's names and role say about it. */
  final Set<Hint> hints;

  /** Blocks of the page that lie in this box: [from, to). */
  int from;

  int to;

  /** Running prose in the box [weighted characters]. */
  double prose;

  /** Prose outside areas that are called something else. */
  double mass;

  /** Pictures, films and frames in it. */
  int pictures;

  /** Whether the page's main heading lies in it. */
  boolean holdsHeading;

  Box(Box parent, String tag, Set<Hint> hints, int from) {
    this.parent = parent;
    this.tag = tag;
    this.hints = hints.isEmpty() ? EnumSet.noneOf(Hint.class) : EnumSet.copyOf(hints);
    this.from = from;
    this.to = from;
  }

  boolean is(Hint hint) {
    return hints.contains(hint);
  }
}
