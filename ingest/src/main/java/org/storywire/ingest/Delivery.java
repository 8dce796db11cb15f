package org.storywire.ingest;

import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.storywire.news.RawArticle;
import org.storywire.schemas.FieldLimits;

/** What a source gave: an article, or something that is none. */
public sealed interface Delivery {

  /** Who says when an article reached us. */
  enum Arrival {
    /** The input says so. */
    STATED,
    /** A clock of ours, for want of a statement. */
    ASSUMED
  }

  /**
   * An article.
   *
   * @param article what the source gave, untouched
   * @param arrival where its {@code receivedAt} is from
   */
  record Found(RawArticle article, Arrival arrival) implements Delivery {

    /**
     * Event time, the timestamp of the article's record: its publication, no later than its
     * receipt; its receipt where it has no date.
     */
    public Instant eventAt() {
      Instant published = article.getPublishedAt();
      Instant received = article.getReceivedAt();
      return published == null || published.isAfter(received) ? received : published;
    }

    /** When the article arrives in a replay: its stated receipt, else its event time. */
    public Instant arrivalAt() {
      return arrival == Arrival.STATED ? article.getReceivedAt() : eventAt();
    }
  }

  /**
   * Something that cannot be read as an article, for the dead letters.
   *
   * @param file name of the file, relative to the directory that was given; {@code -} for standard
   *     input
   * @param line line of the file [1..]
   * @param reason what was found and what was expected
   * @param bytes the original bytes, at most the first {@value #MOST_BYTES} of them
   */
  record Bad(String file, long line, String reason, Bytes bytes) implements Delivery {

    /** Bytes that are kept of a bad delivery: enough to see what it is, and no topic refuses it. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int LONGEST_REASON = 1_000;

    /** A bad delivery, cut to {@value #MOST_BYTES} bytes. */
    public static Bad of(String file, long line, String why, byte[] original) {
      String reason = FieldLimits.excerpt(why, LONGEST_REASON);
      if (original.length <= MOST_BYTES) {
        return new Bad(file, line, reason, Bytes.wrap(original));
      }
      String cut = reason + " (first " + MOST_BYTES + " of " + original.length + " bytes kept)";
      return new Bad(file, line, cut, Bytes.wrap(Arrays.copyOf(original, MOST_BYTES)));
    }
  }
}
