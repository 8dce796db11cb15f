package org.storywire.processor.story;

/** What an arriving article shares with a held one in one field. */
final class Overlap {

  private static final int TOP = 5;

  private final double[] top = new double[TOP];
  private int shared;
  private int rare;
  private double product;
  private double mass;
  private double heldNorm;
  private double norm;
  private boolean bothPresent;

  /** Compares again; the object is used for one pair after another. */
  void compare(Weighted article, HeldArticle other, Field field, double rareFrom) {
    Bag left = article.features().bag(field);
    Bag right = other.features().orElseThrow().bag(field);
    double[] rarity = article.rarity(field);
    java.util.Arrays.fill(top, 0);
    shared = 0;
    rare = 0;
    product = 0;
    mass = 0;
    norm = article.norm(field);
    heldNorm = other.norm(field);
    bothPresent = !left.isEmpty() && !right.isEmpty();
    int i = 0;
    int j = 0;
    int leftSize = left.size();
    int rightSize = right.size();
    while (i < leftSize && j < rightSize) {
      int a = left.key(i);
      int b = right.key(j);
      if (a < b) {
        i++;
      } else if (b < a) {
        j++;
      } else {
        double idf = rarity[i];
        product += Weighted.tf(left.count(i)) * Weighted.tf(right.count(j)) * idf * idf;
        mass += idf;
        shared++;
        rare += idf >= rareFrom ? 1 : 0;
        keepTop(idf);
        i++;
        j++;
      }
    }
  }

  private void keepTop(double idf) {
    if (idf <= top[TOP - 1]) {
      return;
    }
    int at = TOP - 1;
    while (at > 0 && top[at - 1] < idf) {
      top[at] = top[at - 1];
      at--;
    }
    top[at] = idf;
  }

  /** Cosine of the weighted features [0..1]. */
  double cosine() {
    return norm == 0 || heldNorm == 0 ? 0 : Math.min(1, product / (norm * heldNorm));
  }

  /** Mean of the rarest shared features' inverse document frequencies, absent ones as 0. */
  double meanOfTop(int of) {
    double sum = 0;
    for (int i = 0; i < of; i++) {
      sum += top[i];
    }
    return sum / of;
  }

  int shared() {
    return shared;
  }

  /** Shared features at least as rare as asked for. */
  int rare() {
    return rare;
  }

  /** Sum of the shared features' inverse document frequencies. */
  double mass() {
    return mass;
  }

  /** 1 if both have features of this field and share none, else 0. */
  double apart() {
    return bothPresent && shared == 0 ? 1 : 0;
  }
}
