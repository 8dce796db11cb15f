package org.storywire.docker.spill;

import java.util.Comparator;

/**
 * Where a record stands: by number, then by a finer one, then by text.
 *
 * @param major compared first
 * @param minor compared among equals
 * @param text compared last
 */
public record SortKey(long major, int minor, String text) implements Comparable<SortKey> {

  private static final Comparator<SortKey> ORDER =
      Comparator.comparingLong(SortKey::major)
          .thenComparingInt(SortKey::minor)
          .thenComparing(SortKey::text);

  /** By numbers alone. */
  public static SortKey of(long major, int minor) {
    return new SortKey(major, minor, "");
  }

  /** By text alone. */
  public static SortKey of(String text) {
    return new SortKey(0, 0, text);
  }

  @Override
  public int compareTo(SortKey other) {
    return ORDER.compare(this, other);
  }
}
