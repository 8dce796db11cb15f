package org.storywire.processor.syndication;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What decides who was first.
 *
 * @param time claimed publication [ms since epoch]; an agency's own counts as a day earlier, for
 *     clients often publish before the agency's public page does
 * @param rank 0: agency's own; 1: credits an agency; 2: other; 3: cut out of another's page
 * @param received when it reached us [ms since epoch]
 * @param number tells apart what reached us in the same millisecond [0..]
 */
record Place(long time, int rank, long received, long number) {

  private static final long AGENCY_LEAD = 24 * 3600_000L;

  /** Order of receipt. */
  private static final Comparator<Place> RECEIPT =
      Comparator.comparingLong(Place::received).thenComparingLong(Place::number);

  /** Total order of what came about first, as far as a place alone can tell. */
  static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::estimate)
          .thenComparingInt(Place::rank)
          .thenComparing(RECEIPT);

  static Place of(Fingerprint fingerprint) {
    long time = fingerprint.time();
    if (fingerprint.embedded()) {
      return new Place(time, 3, fingerprint.received(), fingerprint.number());
    }
    boolean own =
        fingerprint.source() != SourceNames.UNKNOWN
            && Arrays.binarySearch(fingerprint.credits(), fingerprint.source()) >= 0;
    int rank = own ? 0 : fingerprint.credits().length > 0 ? 1 : 2;
    return new Place(
        own ? time - AGENCY_LEAD : time, rank, fingerprint.received(), fingerprint.number());
  }

  /** When it was published, if it reached us within what its claim may mean: then. */
  private long estimate() {
    long reached = rank == 0 ? received - AGENCY_LEAD : received;
    return Math.max(time, Math.min(reached, Precision.of(time).end(time)));
  }

  /** Which came first by claim, as far as the claims can be told apart, then by wire credit. */
  int compareClaim(Place other) {
    int byTime = Precision.compare(time, other.time);
    return byTime != 0 ? byTime : Integer.compare(rank, other.rank);
  }

  /** Which reached us first. */
  int compareReceipt(Place other) {
    return RECEIPT.compare(this, other);
  }
}
