package org.storywire.processor.syndication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An article in the window with its place in the copy tree; or, once it has left the window but
 * copies of it have not, only its place ("ghost": no sample). What ties it to other articles is
 * changed by {@link CopyTree} alone.
 */
final class Entry {

  final String id;
  Place place;
  long sequence = -1;

  /** Event time [ms since epoch]. */
  long time;

  Fingerprint fingerprint;

  Entry parent;
  Relation relation = Relation.NONE;
  int score;

  /** Whether an editor decided what it is a copy of. */
  boolean ruled;

  List<Entry> children = List.of();

  Entry(String id, Place place) {
    this.id = id;
    this.place = place;
  }

  static Entry of(Fingerprint fingerprint) {
    Entry entry = new Entry(fingerprint.id(), Place.of(fingerprint));
    entry.fingerprint = fingerprint;
    entry.time = fingerprint.time();
    return entry;
  }

  boolean ghost() {
    return fingerprint == null;
  }

  boolean embedded() {
    return fingerprint.embedded();
  }

  boolean sameSource(Entry other) {
    return fingerprint.source() != SourceNames.UNKNOWN
        && fingerprint.source() == other.fingerprint.source();
  }

  /** Whether this article names the other's source as its own. */
  boolean credits(Entry other) {
    return other.fingerprint.source() != SourceNames.UNKNOWN
        && Arrays.binarySearch(fingerprint.credits(), other.fingerprint.source()) >= 0;
  }

  /**
   * Whether this article comes first in a total order of all articles: by estimated time, wire
   * credit and receipt. Which of two related ones was first is for {@link CopyRule} to say.
   */
  boolean before(Entry other) {
    int order = Place.ORDER.compare(place, other.place);
    return order != 0 ? order < 0 : id.compareTo(other.id) < 0;
  }

  void addChild(Entry child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(2);
    }
    children.add(child);
  }

  void removeChild(Entry child) {
    children.remove(child);
    if (children.isEmpty()) {
      children = List.of();
    }
  }

  /** Memory this article takes while it is in the window, estimated [bytes]. */
  long bytes() {
    long objects = 56 + 40 + 88 + 40 + 64 + 56 + 4 * 16;
    Sample sample = fingerprint.sample();
    return objects
        + id.length()
        + 8L * (fingerprint.credits().length + fingerprint.keys().length)
        + 4L * sample.size()
        + sample.places().length
        + fingerprint.lead().bytes();
  }
}
