package org.storywire.processor.topics;

/** Numbered features with values, in order of appearance. Holds its arrays without copying. */
public final class SparseVector {

  private final int[] ids;
  private final float[] values;
  private final int size;

  SparseVector(int[] ids, float[] values, int size) {
    this.ids = ids;
    this.values = values;
    this.size = size;
  }

  /** Number of features that are not zero. */
  public int size() {
    return size;
  }

  /** Feature at place {@code i}. */
  public int id(int i) {
    return ids[i];
  }

  /** Its value. */
  public float value(int i) {
    return values[i];
  }
}
