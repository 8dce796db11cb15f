package org.storywire.ingest.feed;

/**
 * How much of a feed is read.
 *
 * @param bytes what lies behind is cut off
 * @param depth elements nested deeper are taken as text of the deepest
 * @param entries what lies behind is left out
 */
public record FeedLimits(int bytes, int depth, int entries) {

  /** 64 MB, 200 levels, 20,000 entries. */
  public static final FeedLimits DEFAULT = new FeedLimits(64 << 20, 200, 20_000);
}
