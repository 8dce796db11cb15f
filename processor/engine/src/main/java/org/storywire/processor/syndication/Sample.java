package org.storywire.processor.syndication;

/**
 * Sampled shingles of one text, in text order. A shingle is in the sample of level L if the L
 * highest bits of its hash are zero: a fraction of 1 / 2^L of all shingles.
 */
final class Sample {

  private final int level;
  private final int shingles;
  private final int prose;
  private final int opening;
  private final int[] hashes;
  private final byte[] places;

  /**
   * Takes arrays over without copying.
   *
   * @param level see above [0..31]
   * @param shingles shingles of the text, repeats and quotations included
   * @param prose shingles outside quotation marks
   * @param opening how many of the leading samples belong to the text's opening
   * @param hashes upper halves of the 64-bit hashes, distinct
   * @param places for each sample a variable-length number: distance from the sample before [UTF-16
   *     units] times two, plus one if it stands inside quotation marks
   */
  Sample(int level, int shingles, int prose, int opening, int[] hashes, byte[] places) {
    this.level = level;
    this.shingles = shingles;
    this.prose = prose;
    this.opening = opening;
    this.hashes = hashes;
    this.places = places;
  }

  /** The same places with other shingles. */
  Sample with(int[] otherHashes) {
    return new Sample(level, shingles, prose, opening, otherHashes, places);
  }

  int level() {
    return level;
  }

  int shingles() {
    return shingles;
  }

  int prose() {
    return prose;
  }

  int opening() {
    return opening;
  }

  int[] hashes() {
    return hashes;
  }

  byte[] places() {
    return places;
  }

  int size() {
    return hashes.length;
  }

  /** Whether the shingle belongs to the coarser sample of {@code level}. */
  static boolean within(int hash, int level) {
    return level == 0 || hash >>> (32 - level) == 0;
  }

  /** A reader of the places, at the first sample. */
  Cursor cursor() {
    return new Cursor(places);
  }

  /** Reads the places of a sample one after the other. */
  static final class Cursor {
    private final byte[] places;
    private int at;
    private int offset;
    private boolean quoted;

    private Cursor(byte[] places) {
      this.places = places;
    }

    void next() {
      long value = 0;
      int shift = 0;
      byte part;
      do {
        part = places[at++];
        value |= (part & 0x7fL) << shift;
        shift += 7;
      } while (part < 0);
      offset += (int) (value >>> 1);
      quoted = (value & 1) != 0;
    }

    /** Where the shingle begins in the body [UTF-16 units]. */
    int offset() {
      return offset;
    }

    boolean quoted() {
      return quoted;
    }
  }
}
