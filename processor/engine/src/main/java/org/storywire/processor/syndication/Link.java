package org.storywire.processor.syndication;

/**
 * A decision: the child hangs on this parent from now on.
 *
 * @param score how alike they are, as {@link CopyRule#score} counts it [0..]
 */
record Link(Entry child, Entry parent, Relation relation, int score) {

  /** Whether it is a better link than the child has: more alike, then to the first of both. */
  boolean improves() {
    return !child.ruled
        && (child.parent == null
            || child.parent == parent
            || score > child.score
            || (score == child.score && parent.before(child.parent)));
  }

  /** Whether it is better than another link of the same child. */
  boolean isBetterThan(Link other) {
    return score > other.score || (score == other.score && parent.before(other.parent));
  }
}
