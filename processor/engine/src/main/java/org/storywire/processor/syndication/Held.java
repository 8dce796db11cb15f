package org.storywire.processor.syndication;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.storywire.processor.text.Hashing;

/**
 * All articles of the window with their index: a cache of what the durable memory holds, filled by
 * arrivals or by restoring. Articles that have left stay as ghosts while copies of them are held.
 */
final class Held {

  private final Window window = new Window();
  private final CopyIndex index;
  private final Candidates candidates;
  private final Map<String, Entry> ghosts = new HashMap<>();
  private final IntArrayList hits = new IntArrayList();
  private long nextSequence = 1;
  private long clock = Long.MIN_VALUE;
  private long entryBytes;

  Held(SyndicationConfig config) {
    index = new CopyIndex(window, config.maxPostings());
    candidates = new Candidates(window, index, config.maxCandidates());
  }

  /** Latest event time seen [ms since epoch]. */
  long clock() {
    return clock;
  }

  void advance(long time) {
    clock = Math.max(clock, time);
  }

  /** The article of that id, if it is in the window. */
  Optional<Entry> find(String id) {
    hits.clear();
    index.collect(idKey(id), hits);
    for (int i = 0; i < hits.size(); i++) {
      Entry entry = window.get(hits.getInt(i));
      if (entry.id.equals(id)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static long idKey(String id) {
    return Hashing.mix(Hashing.hash64(id) ^ 0x1d);
  }

  private static long sourceKey(long source) {
    return Hashing.mix(source ^ 0x50);
  }

  /** The latest articles of the source that publishes under {@code name}; a bounded number. */
  Collection<Entry> latestOf(long name) {
    hits.clear();
    index.collect(sourceKey(name), hits);
    hits.sort(null);
    Set<Entry> latest = new LinkedHashSet<>();
    for (int i = 0; i < hits.size(); i++) {
      Entry entry = window.get(hits.getInt(i));
      if (entry.fingerprint.source() == name) {
        latest.add(entry);
      }
    }
    return latest;
  }

  /** Articles that may be copies or origins of the one that has these keys; a bounded number. */
  Collection<Entry> candidates(long[] keys) {
    return candidates.of(keys);
  }

  /** What an article of this id, now out of the window, left in the copy tree. */
  Optional<Entry> takeGhost(String id) {
    return Optional.ofNullable(ghosts.remove(id));
  }

  /** Takes an arriving article in; gives it the next sequence. */
  void add(Entry entry) {
    entry.sequence = nextSequence++;
    enter(entry);
  }

  private void enter(Entry entry) {
    window.add(entry);
    int number = (int) entry.sequence;
    index.post(idKey(entry.id), number);
    if (entry.fingerprint.source() != SourceNames.UNKNOWN) {
      index.post(sourceKey(entry.fingerprint.source()), number);
    }
    for (long key : entry.fingerprint.keys()) {
      index.post(key, number);
    }
    entryBytes += entry.bytes();
  }

  /** Takes out an article that is replaced by another version. */
  void remove(Entry entry) {
    window.remove(entry);
    entryBytes -= entry.bytes();
  }

  /** Takes out one article that lies before {@code limit}. */
  Optional<Entry> evictBefore(long limit) {
    Entry entry = window.removeBefore(limit);
    if (entry == null) {
      return Optional.empty();
    }
    entryBytes -= entry.bytes();
    entry.fingerprint = null;
    if (entry.children.isEmpty()) {
      forget(entry);
    } else {
      ghosts.put(entry.id, entry);
      settle(entry);
    }
    return Optional.of(entry);
  }

  /** Hangs a ghost on its origin, so that it keeps nothing else alive; drops it if it is bare. */
  void settle(Entry ghost) {
    Entry origin = CopyTree.origin(ghost);
    Entry parent = ghost.parent;
    if (origin == ghost) {
      CopyTree.unlink(ghost);
    } else if (origin != parent) {
      CopyTree.link(ghost, origin, ghost.relation, ghost.score);
    }
    sweep(parent);
    sweep(ghost);
  }

  /** Lets go of an article that was judged but is not to be held. */
  void drop(Entry entry) {
    forget(entry);
  }

  /** Unlinks an entry that has no children, and ghosts above that kept only it. */
  private void forget(Entry entry) {
    Entry parent = entry.parent;
    CopyTree.unlink(entry);
    sweep(parent);
  }

  /** Lets a ghost go if nothing hangs on it. */
  void sweep(Entry entry) {
    if (entry != null && entry.ghost() && entry.children.isEmpty()) {
      ghosts.remove(entry.id);
      forget(entry);
    }
  }

  /** Takes a stored article in as it was. */
  void restore(EntryCodec.Stored stored) {
    String id = stored.fingerprint().id();
    Entry entry = ghosts.remove(id);
    if (entry == null) {
      entry = new Entry(id, stored.place());
    }
    entry.place = stored.place();
    entry.fingerprint = stored.fingerprint();
    entry.time = stored.fingerprint().time();
    entry.sequence = stored.sequence();
    nextSequence = Math.max(nextSequence, stored.sequence() + 1);
    advance(stored.clock());
    enter(entry);
    Entry guessed = entry.parent;
    CopyTree.unlink(entry);
    if (stored.parent() != null) {
      Entry origin = named(stored.origin());
      Entry parent = named(stored.parent());
      if (parent.ghost() && parent.parent == null && parent != origin) {
        CopyTree.link(parent, origin, Relation.NONE, 0);
      }
      CopyTree.link(entry, parent, stored.relation(), stored.score());
    }
    sweep(guessed);
  }

  private Entry named(EntryCodec.Link link) {
    return find(link.id())
        .orElseGet(() -> ghosts.computeIfAbsent(link.id(), id -> new Entry(id, link.place())));
  }

  int size() {
    return window.size();
  }

  int ghosts() {
    return ghosts.size();
  }

  long bytes() {
    return entryBytes + index.bytes() + window.bytes() + 160L * ghosts.size();
  }
}
