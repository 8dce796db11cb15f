package org.storywire.processor.syndication;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.storywire.processor.text.Hashing;

/**
 * All articles of the window with their index: a cache of what the durable memory holds, filled by
 * arrivals or by restoring.
 */
final class CopyWindow {

  private final Window window = new Window();
  private final CopyIndex index;
  private final Candidates candidates;
  private final IntArrayList hits = new IntArrayList();
  private long nextSequence = 1;
  private long clock = Long.MIN_VALUE;
  private long entryBytes;

  CopyWindow(SyndicationConfig config) {
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

  /** Other articles of the same source under the same headline; a bounded number. */
  Collection<Entry> titledAs(Fingerprint fingerprint) {
    if (fingerprint.title() == 0 || fingerprint.source() == SourceNames.UNKNOWN) {
      return List.of();
    }
    hits.clear();
    index.collect(titleKey(fingerprint), hits);
    hits.sort(null);
    Set<Entry> titled = new LinkedHashSet<>();
    for (int i = 0; i < hits.size(); i++) {
      Entry entry = window.get(hits.getInt(i));
      if (entry.fingerprint.title() == fingerprint.title()
          && entry.fingerprint.source() == fingerprint.source()) {
        titled.add(entry);
      }
    }
    return titled;
  }

  private static long titleKey(Fingerprint fingerprint) {
    return Hashing.mix(Hashing.combine(fingerprint.source(), fingerprint.title()) ^ 0x71);
  }

  /** Articles that may be copies or origins of the one that has these keys; a bounded number. */
  Collection<Entry> candidates(long[] keys) {
    return candidates.of(keys);
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
      if (entry.fingerprint.title() != 0) {
        index.post(titleKey(entry.fingerprint), number);
      }
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
    return Optional.of(entry);
  }

  /** Takes a stored article in as it was. */
  void restore(Entry entry, EntryCodec.Stored stored) {
    entry.fingerprint = stored.fingerprint();
    entry.time = stored.fingerprint().time();
    entry.sequence = stored.sequence();
    nextSequence = Math.max(nextSequence, stored.sequence() + 1);
    advance(stored.clock());
    enter(entry);
  }

  int size() {
    return window.size();
  }

  long bytes() {
    return entryBytes + index.bytes() + window.bytes();
  }
}
