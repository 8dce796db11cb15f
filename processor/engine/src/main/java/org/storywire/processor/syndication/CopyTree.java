package org.storywire.processor.syndication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who copied whom. Every article has at most one parent: of all related articles that may be its
 * parent, the most alike, then the first. A group is a tree of parents; so a round-up page, however
 * many articles it carries, ties none of them together.
 */
final class CopyTree {

  /** What was last told about an article: its parent (empty if it is an origin) and origin. */
  private record Told(String parentId, String originId, Relation relation) {}

  /** What was told, and the link it rests on, as it was last stored. */
  private record Standing(Told told, String link, Relation relation, int score) {}

  /**
   * An entry that must be stored anew.
   *
   * @param news whether what was told about it is no longer so
   */
  record Change(Entry entry, boolean news) {}

  private final Map<Entry, Standing> before = new LinkedHashMap<>();
  private final Set<Entry> ghosts = new LinkedHashSet<>();

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

  /** Makes {@code parent} the child's parent if it is a better one than the child has. */
  void offer(Entry child, Entry parent, Relation relation, int score) {
    boolean better =
        child.parent == null
            || child.parent == parent
            || score > child.score
            || (score == child.score && parent.before(child.parent));
    if (better) {
      remember(child);
      if (child.parent != null && child.parent.ghost()) {
        ghosts.add(child.parent);
      }
      link(child, parent, relation, score);
    }
  }

  /** Puts {@code revision} in the place of the article it revises. */
  void replace(Entry revised, Entry revision) {
    remember(revised);
    before.remove(revised);
    for (Entry child : List.copyOf(revised.children)) {
      link(child, revision, child.relation, child.score);
    }
    if (revised.parent != null && revised.parent.ghost()) {
      ghosts.add(revised.parent);
    }
    ghosts.remove(revised);
    unlink(revised);
  }

  private void remember(Entry entry) {
    for (Entry one : subtree(entry)) {
      if (one.ghost()) {
        ghosts.add(one);
      } else {
        before.computeIfAbsent(one, CopyTree::standing);
      }
    }
  }

  private static Standing standing(Entry entry) {
    String link = entry.parent == null ? "" : entry.parent.id;
    return new Standing(told(entry), link, entry.relation, entry.score);
  }

  private static Told told(Entry entry) {
    Entry origin = origin(entry);
    return entry.parent == null || origin == entry
        ? new Told("", origin.id, Relation.NONE)
        : new Told(entry.parent.id, origin.id, entry.relation);
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

  static void link(Entry child, Entry parent, Relation relation, int score) {
    unlink(child);
    child.parent = parent;
    child.relation = relation;
    child.score = score;
    parent.addChild(child);
  }

  static void unlink(Entry child) {
    if (child.parent != null) {
      child.parent.removeChild(child);
      child.parent = null;
      child.relation = Relation.NONE;
      child.score = 0;
    }
  }

  /** Entries other than {@code arrived} that changed since the last call, by id. */
  List<Change> changes(Entry arrived) {
    List<Change> changes = new ArrayList<>();
    before.forEach(
        (entry, was) -> {
          Standing is = standing(entry);
          if (entry != arrived && !is.equals(was)) {
            changes.add(new Change(entry, !is.told().equals(was.told())));
          }
        });
    before.clear();
    changes.sort(Comparator.comparing(change -> change.entry().id));
    return changes;
  }

  /** Ghosts that may hang wrongly, or in vain, since the last call. */
  List<Entry> touchedGhosts() {
    List<Entry> touched = List.copyOf(ghosts);
    ghosts.clear();
    return touched;
  }
}
