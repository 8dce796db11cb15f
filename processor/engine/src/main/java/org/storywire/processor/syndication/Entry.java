package org.storywire.processor.syndication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An article in the window with its place in the copy tree; or, once it has left the window but
 * copies of it have not, only its place ("ghost": no sample).
 */
final class Entry {

  private static final long AGENCY_LEAD = 24 * 3600_000L;

  final String id;
  Place place;
  long sequence = -1;

  /** Event time [ms since epoch]. */
  long time;

  Fingerprint fingerprint;

  Entry parent;
  Relation relation = Relation.NONE;
  int score;
  List<Entry> children = List.of();

  /**
   * What decides who was first.
   *
   * @param time event time; an agency's own publication counts as a day earlier, for clients often
   *     publish before the agency's public page does
   * @param rank 0: agency's own; 1: credits an agency; 2: other; 3: cut out of another's page
   */
  record Place(long time, int rank) {}

  Entry(String id, Place place) {
    this.id = id;
    this.place = place;
  }

  static Entry of(Fingerprint fingerprint) {
    Entry entry = new Entry(fingerprint.id(), placeOf(fingerprint));
    entry.fingerprint = fingerprint;
    entry.time = fingerprint.time();
    return entry;
  }

  private static Place placeOf(Fingerprint fingerprint) {
    boolean own =
        fingerprint.source() != SourceNames.UNKNOWN
            && Arrays.binarySearch(fingerprint.credits(), fingerprint.source()) >= 0;
    if (fingerprint.embedded()) {
      return new Place(fingerprint.time(), 3);
    }
    if (own) {
      return new Place(fingerprint.time() - AGENCY_LEAD, 0);
    }
    return new Place(fingerprint.time(), fingerprint.credits().length > 0 ? 1 : 2);
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

  /** Whether this article comes first: by time, then wire credit, then id. */
  boolean before(Entry other) {
    if (place.time() != other.place.time()) {
      return place.time() < other.place.time();
    }
    if (place.rank() != other.place.rank()) {
      return place.rank() < other.place.rank();
    }
    return id.compareTo(other.id) < 0;
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
    long objects = 56 + 24 + 72 + 40 + 64 + 56 + 4 * 16;
    Sample sample = fingerprint.sample();
    return objects
        + id.length()
        + 8L * (fingerprint.credits().length + fingerprint.keys().length)
        + 4L * sample.size()
        + sample.places().length;
  }
}
