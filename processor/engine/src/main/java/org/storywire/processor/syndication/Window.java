package org.storywire.processor.syndication;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Map;
import java.util.TreeMap;

/**
 * The articles held: found by number of arrival, leaving by event time. Numbers are the lower
 * halves of sequences and may wrap.
 */
final class Window {

  private static final long BUCKET = 3600_000L;

  private Entry[] ring = new Entry[1024];
  private int first;
  private int next;
  private int size;
  private final TreeMap<Long, IntArrayList> byHour = new TreeMap<>();

  /** Adds an entry, whose sequence is above all before it. */
  void add(Entry entry) {
    int number = (int) entry.sequence;
    if (size == 0) {
      first = number;
    }
    while (number - first >= ring.length) {
      advance();
      if (number - first >= ring.length) {
        grow(number);
      }
    }
    next = number + 1;
    ring[number & (ring.length - 1)] = entry;
    size++;
    byHour
        .computeIfAbsent(Math.floorDiv(entry.time, BUCKET), hour -> new IntArrayList(4))
        .add(number);
  }

  private void advance() {
    while (first != next && ring[first & (ring.length - 1)] == null) {
      first++;
    }
  }

  private void grow(int number) {
    int length = ring.length;
    while (number - first >= length) {
      length *= 2;
    }
    Entry[] larger = new Entry[length];
    for (int i = first; i != next; i++) {
      larger[i & (length - 1)] = ring[i & (ring.length - 1)];
    }
    ring = larger;
  }

  boolean holds(int number) {
    return number - first >= 0 && number - next < 0 && ring[number & (ring.length - 1)] != null;
  }

  Entry get(int number) {
    return ring[number & (ring.length - 1)];
  }

  void remove(Entry entry) {
    ring[(int) entry.sequence & (ring.length - 1)] = null;
    size--;
    advance();
  }

  /** Takes one entry out whose hour of event time ends before {@code limit}; null if none. */
  Entry removeBefore(long limit) {
    while (!byHour.isEmpty()) {
      Map.Entry<Long, IntArrayList> oldest = byHour.firstEntry();
      if ((oldest.getKey() + 1) * BUCKET > limit) {
        return null;
      }
      IntArrayList numbers = oldest.getValue();
      if (numbers.isEmpty()) {
        byHour.remove(oldest.getKey());
        continue;
      }
      int number = numbers.popInt();
      if (holds(number)) {
        Entry entry = get(number);
        remove(entry);
        return entry;
      }
    }
    return null;
  }

  int size() {
    return size;
  }

  long bytes() {
    long bytes = 4L * ring.length;
    for (IntArrayList numbers : byHour.values()) {
      bytes += 64 + 4L * numbers.elements().length;
    }
    return bytes;
  }
}
