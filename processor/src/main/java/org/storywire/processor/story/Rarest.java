package org.storywire.processor.story;

import java.util.Arrays;

/**
 * The rarest of the features that two articles share, and how many are rare. Collects first and
 * picks later, by grades of rarity: which feature is among the rarest so far can't be predicted.
 */
final class Rarest {
  private static final double RARE_FROM = 0.6;
  private static final int GRADES = 64;

  private final double[] top = new double[5];
  private final int[] grades = new int[GRADES];
  private double[] values = new double[256];
  private int size;
  private int rare;
  private boolean picked;

  void clear() {
    Arrays.fill(top, 0);
    Arrays.fill(grades, 0);
    size = 0;
    rare = 0;
    picked = false;
  }

  void add(double idf) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = idf;
    grades[grade(idf)]++;
    rare += idf >= RARE_FROM ? 1 : 0;
  }

  private static int grade(double idf) {
    return (int) (idf * (GRADES - 1));
  }

  /** Sorts out the largest. */
  private void pick() {
    int lowest = GRADES - 1;
    int above = grades[lowest];
    while (lowest > 0 && above < top.length) {
      above += grades[--lowest];
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      double idf = values[i];
      values[kept] = idf;
      kept += grade(idf) >= lowest ? 1 : 0;
    }
    for (int i = 0; i < kept; i++) {
      insert(values[i]);
    }
  }

  private void insert(double idf) {
    int at = top.length - 1;
    if (idf <= top[at]) {
      return;
    }
    while (at > 0 && top[at - 1] < idf) {
      top[at] = top[at - 1];
      at--;
    }
    top[at] = idf;
  }

  /** Mean of the largest inverse document frequencies, absent ones as 0. */
  double mean(int of) {
    if (!picked) {
      pick();
      picked = true;
    }
    double sum = 0;
    for (int i = 0; i < of; i++) {
      sum += top[i];
    }
    return sum / of;
  }

  int rare() {
    return rare;
  }
}
