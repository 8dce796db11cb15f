package org.storywire.processor.syndication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who copied whom: the one class that changes links between articles. Every article has at most one
 * parent: of all related articles that may be its parent, the most alike, then the first. A group
 * is a tree of parents; so a round-up page, however many articles it carries, ties none of them
 * together. Articles that have left the window stay as ghosts while copies of them are held.
 */
final class CopyTree {

  /** What was last told about an article: its parent (empty if it is an origin) and origin. */
  private record PublishedLink(String parentId, String originId, Relation relation) {}

  /** What was told, and the link it rests on, as it was last stored. */
  private record Standing(PublishedLink told, String link, Relation relation, int score) {}

  /**
   * An entry that must be stored anew.
   *
   * @param news whether what was told about it is no longer so
   */
  record Change(Entry entry, boolean news) {}

  private final Map<String, Entry> ghosts = new HashMap<>();
  private final Map<Entry, Standing> before = new LinkedHashMap<>();
  private final Set<Entry> touchedGhosts = new LinkedHashSet<>();

  /** Does as was decided. */
  void apply(Link link) {
    Entry child = link.child();
    remember(child);
    if (child.parent != null && child.parent.ghost()) {
      touchedGhosts.add(child.parent);
    }
    link(child, link.parent(), link.relation(), link.score());
  }

  /** Puts {@code revision} in the place of the article it revises. */
  void replace(Entry revised, Entry revision) {
    if (revised.place.time() < revision.place.time()
        || (revised.place.time() == revision.place.time()
            && revised.place.compareReceipt(revision.place) < 0)) {
      revision.place = revised.place;
    }
    remember(revised);
    before.remove(revised);
    for (Entry child : List.copyOf(revised.children)) {
      link(child, revision, child.relation, child.score);
    }
    if (revised.parent != null && revised.parent.ghost()) {
      touchedGhosts.add(revised.parent);
    }
    touchedGhosts.remove(revised);
    if (revised.ruled) {
      revision.ruled = true;
      if (revised.parent != null) {
        link(revision, revised.parent, revised.relation, revised.score);
      }
    }
    unlink(revised);
  }

  /** An article is a copy of nothing. */
  void release(Entry entry) {
    remember(entry);
    if (entry.parent != null && entry.parent.ghost()) {
      touchedGhosts.add(entry.parent);
    }
    unlink(entry);
  }

  /** Puts an article in the place that an earlier one of its id, now a ghost, has left. */
  void replaceGhost(Entry arrived) {
    Entry ghost = ghosts.remove(arrived.id);
    if (ghost != null) {
      replace(ghost, arrived);
    }
  }

  private void remember(Entry entry) {
    for (Entry one : Lineage.subtree(entry)) {
      if (one.ghost()) {
        touchedGhosts.add(one);
      } else {
        before.computeIfAbsent(one, CopyTree::standing);
      }
    }
  }

  private static Standing standing(Entry entry) {
    String link = entry.parent == null ? "" : entry.parent.id;
    return new Standing(told(entry), link, entry.relation, entry.score);
  }

  private static PublishedLink told(Entry entry) {
    Entry origin = Lineage.origin(entry);
    return entry.parent == null || origin == entry
        ? new PublishedLink("", origin.id, Relation.NONE)
        : new PublishedLink(entry.parent.id, origin.id, entry.relation);
  }

  private static void link(Entry child, Entry parent, Relation relation, int score) {
    unlink(child);
    child.parent = parent;
    child.relation = relation;
    child.score = score;
    parent.addChild(child);
  }

  private static void unlink(Entry child) {
    if (child.parent != null) {
      child.parent.removeChild(child);
      child.parent = null;
      child.relation = Relation.NONE;
      child.score = 0;
    }
  }

  /**
   * Entries other than {@code arrived} that changed since the last call, by id. Ghosts that hang
   * wrongly, or in vain, are put right.
   */
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
    List<Entry> touched = List.copyOf(touchedGhosts);
    touchedGhosts.clear();
    touched.forEach(this::settle);
    return changes;
  }

  /** An article has left the window: it stays as a ghost while copies hang on it. */
  void leave(Entry entry) {
    entry.fingerprint = null;
    if (entry.children.isEmpty()) {
      drop(entry);
    } else {
      ghosts.put(entry.id, entry);
      settle(entry);
    }
  }

  /** Takes out an entry that has no children, and ghosts above that kept only it. */
  void drop(Entry entry) {
    Entry parent = entry.parent;
    unlink(entry);
    sweep(parent);
  }

  /** Hangs a ghost on its origin, so that it keeps nothing else alive; drops it if it is bare. */
  private void settle(Entry ghost) {
    Entry origin = Lineage.origin(ghost);
    Entry parent = ghost.parent;
    if (origin == ghost) {
      unlink(ghost);
    } else if (origin != parent) {
      link(ghost, origin, ghost.relation, ghost.score);
    }
    sweep(parent);
    sweep(ghost);
  }

  private void sweep(Entry entry) {
    if (entry != null && entry.ghost() && entry.children.isEmpty()) {
      ghosts.remove(entry.id);
      drop(entry);
    }
  }

  /**
   * Entry of a stored article: the ghost that others stored before already hang on, or a new one.
   */
  Entry restored(EntryCodec.Stored stored) {
    String id = stored.fingerprint().id();
    Entry ghost = ghosts.remove(id);
    Entry entry = ghost == null ? new Entry(id, stored.place()) : ghost;
    entry.place = stored.place();
    entry.ruled = stored.ruled();
    return entry;
  }

  /**
   * Links a stored article as it was.
   *
   * @param held finds articles in the window by id
   */
  void restore(Entry entry, EntryCodec.Stored stored, Function<String, Optional<Entry>> held) {
    Entry guessed = entry.parent;
    unlink(entry);
    if (stored.parent() != null) {
      Entry origin = named(stored.origin(), held);
      Entry parent = named(stored.parent(), held);
      if (parent.ghost() && parent.parent == null && parent != origin) {
        link(parent, origin, Relation.NONE, 0);
      }
      link(entry, parent, stored.relation(), stored.score());
    }
    sweep(guessed);
  }

  private Entry named(EntryCodec.Named name, Function<String, Optional<Entry>> held) {
    return held.apply(name.id())
        .orElseGet(() -> ghosts.computeIfAbsent(name.id(), id -> new Entry(id, name.place())));
  }

  int ghosts() {
    return ghosts.size();
  }
}
