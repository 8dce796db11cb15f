package org.storywire.processor.workbench.syndication;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.Tokens;

/**
 * MinHash with banded locality-sensitive hashing over whole documents, as people use it: 5-token
 * shingles, 128 permutations, bands chosen for a Jaccard threshold, candidates confirmed by the
 * Jaccard estimate of their signatures.
 */
final class MinHashPeer implements Peer {

  private static final int PERMUTATIONS = 128;

  private final double threshold;
  private final int bands;
  private final int rows;
  private final long window;
  private final long[] multipliers = new long[PERMUTATIONS];
  private final long[] offsets = new long[PERMUTATIONS];
  private final List<Map<Long, IntArrayList>> tables = new ArrayList<>();
  private final List<int[]> signatures = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private int first;

  MinHashPeer(double threshold, int bands, int rows, long window) {
    this.threshold = threshold;
    this.bands = bands;
    this.rows = rows;
    this.window = window;
    Random random = new Random(42);
    for (int i = 0; i < PERMUTATIONS; i++) {
      multipliers[i] = random.nextLong() | 1;
      offsets[i] = random.nextLong();
    }
    for (int band = 0; band < bands; band++) {
      tables.add(new HashMap<>());
    }
  }

  @Override
  public String name() {
    return "MinHash-LSH 128, Jaccard " + threshold;
  }

  @Override
  public String group(Document document) {
    int[] signature = signature(document.body().tokens());
    long time = document.publishedAt().toEpochMilli();
    while (first < times.size() && times.get(first) < time - window) {
      forget(first++);
    }
    int best = -1;
    double nearest = threshold;
    for (int band = 0; band < bands; band++) {
      for (int other : tables.get(band).getOrDefault(key(signature, band), new IntArrayList())) {
        double similarity = similarity(signature, signatures.get(other));
        if (similarity > nearest || (similarity == nearest && best < 0)) {
          nearest = similarity;
          best = other;
        }
      }
    }
    int number = signatures.size();
    signatures.add(signature);
    times.add(time);
    groups.add(best < 0 ? document.id() : groups.get(best));
    for (int band = 0; band < bands; band++) {
      tables
          .get(band)
          .computeIfAbsent(key(signature, band), key -> new IntArrayList(1))
          .add(number);
    }
    return groups.get(number);
  }

  private void forget(int number) {
    for (int band = 0; band < bands; band++) {
      long key = key(signatures.get(number), band);
      IntArrayList list = tables.get(band).get(key);
      list.rem(number);
      if (list.isEmpty()) {
        tables.get(band).remove(key);
      }
    }
    signatures.set(number, null);
  }

  private int[] signature(Tokens tokens) {
    int[] signature = new int[PERMUTATIONS];
    Arrays.fill(signature, Integer.MAX_VALUE);
    for (int i = 0; i + 5 <= tokens.size(); i++) {
      long shingle = 0;
      for (int w = i; w < i + 5; w++) {
        shingle = shingle * 0x9e3779b97f4a7c15L + tokens.hash(w);
      }
      long hash = Hashing.mix(shingle);
      for (int p = 0; p < PERMUTATIONS; p++) {
        int value = (int) (hash * multipliers[p] + offsets[p] >>> 33);
        signature[p] = Math.min(signature[p], value);
      }
    }
    return signature;
  }

  private long key(int[] signature, int band) {
    long key = band;
    for (int row = band * rows; row < (band + 1) * rows; row++) {
      key = Hashing.combine(key, signature[row]);
    }
    return key;
  }

  private static double similarity(int[] one, int[] other) {
    int equal = 0;
    for (int p = 0; p < PERMUTATIONS; p++) {
      equal += one[p] == other[p] ? 1 : 0;
    }
    return equal / (double) PERMUTATIONS;
  }

  /** A signature, and in each band a map entry with boxed key and a list of one. */
  @Override
  public long bytes() {
    return held() * (16L + 4 * PERMUTATIONS + 8 + bands * (32L + 24 + 8 + 24 + 24));
  }

  @Override
  public int held() {
    return signatures.size() - first;
  }
}
