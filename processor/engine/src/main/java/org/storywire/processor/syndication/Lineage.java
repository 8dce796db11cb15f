package org.storywire.processor.syndication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the copy tree around an article. */
final class Lineage {

  private Lineage() {}

  /** First article of the entry's tree. */
  static Entry origin(Entry entry) {
    Entry at = entry;
    int steps = 0;
    while (at.parent != null) {
      at = at.parent;
      if (++steps > 32 && onCycle(at)) {
        return firstOfCycle(at);
      }
    }
    return at;
  }

  /** Parent in the tree; empty for an origin. */
  static Optional<Entry> parent(Entry entry) {
    return entry.parent == null || origin(entry) == entry
        ? Optional.empty()
        : Optional.of(entry.parent);
  }

  /** A page that embeds an earlier article may be its copy's parent: links may run in a circle. */
  private static boolean onCycle(Entry entry) {
    Entry slow = entry;
    Entry fast = entry;
    while (fast != null && fast.parent != null) {
      slow = slow.parent;
      fast = fast.parent.parent;
      if (slow == fast) {
        return true;
      }
    }
    return false;
  }

  private static Entry firstOfCycle(Entry entry) {
    Set<Entry> seen = new LinkedHashSet<>();
    Entry at = entry;
    while (seen.add(at)) {
      at = at.parent;
    }
    Entry first = at;
    for (Entry other = at.parent; other != at; other = other.parent) {
      first = other.before(first) ? other : first;
    }
    return first;
  }

  /** The entry and all below it. */
  static List<Entry> subtree(Entry entry) {
    Set<Entry> seen = new LinkedHashSet<>();
    List<Entry> queue = new ArrayList<>();
    queue.add(entry);
    for (int i = 0; i < queue.size(); i++) {
      if (seen.add(queue.get(i))) {
        queue.addAll(queue.get(i).children);
      }
    }
    return List.copyOf(seen);
  }
}
