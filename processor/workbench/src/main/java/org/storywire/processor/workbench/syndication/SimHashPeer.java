package org.storywire.processor.workbench.syndication;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.StopWords;
import org.storywire.processor.text.Tokens;

/**
 * SimHash of 64 bits, copies within three bits (Manku, Jain and Das Sarma, WWW 2007): four tables
 * of 16-bit blocks, one of which must agree. Features are words without stop words, weighted by how
 * often they occur.
 */
final class SimHashPeer implements Peer {

  private static final int DISTANCE = 3;

  private final long window;
  private final List<Map<Integer, IntArrayList>> tables = new ArrayList<>();
  private final List<Long> hashes = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private int first;

  SimHashPeer(long window) {
    this.window = window;
    for (int block = 0; block < 4; block++) {
      tables.add(new HashMap<>());
    }
  }

  @Override
  public String name() {
    return "SimHash 64, 3 bits";
  }

  @Override
  public String group(Document document) {
    long hash = simHash(document.body().tokens(), document.language());
    long time = document.publishedAt().toEpochMilli();
    while (first < times.size() && times.get(first) < time - window) {
      forget(first++);
    }
    int best = -1;
    int nearest = DISTANCE + 1;
    for (int block = 0; block < 4; block++) {
      for (int other : tables.get(block).getOrDefault(key(hash, block), new IntArrayList())) {
        int distance = Long.bitCount(hash ^ hashes.get(other));
        if (distance < nearest) {
          nearest = distance;
          best = other;
        }
      }
    }
    int number = hashes.size();
    hashes.add(hash);
    times.add(time);
    groups.add(best < 0 ? document.id() : groups.get(best));
    for (int block = 0; block < 4; block++) {
      tables.get(block).computeIfAbsent(key(hash, block), key -> new IntArrayList(1)).add(number);
    }
    return groups.get(number);
  }

  private void forget(int number) {
    for (int block = 0; block < 4; block++) {
      int key = key(hashes.get(number), block);
      IntArrayList list = tables.get(block).get(key);
      list.rem(number);
      if (list.isEmpty()) {
        tables.get(block).remove(key);
      }
    }
  }

  private static int key(long hash, int block) {
    return (int) (hash >>> 16 * block) & 0xffff;
  }

  private static long simHash(Tokens tokens, String language) {
    int[] weights = new int[64];
    for (int i = 0; i < tokens.size(); i++) {
      long hash = tokens.hash(i);
      if (StopWords.of(language).contains(hash)) {
        continue;
      }
      for (int bit = 0; bit < 64; bit++) {
        weights[bit] += (hash >>> bit & 1) != 0 ? 1 : -1;
      }
    }
    long result = 0;
    for (int bit = 0; bit < 64; bit++) {
      result |= weights[bit] > 0 ? 1L << bit : 0;
    }
    return result;
  }

  /** The hash, and a number in each of four lists, which are shared. */
  @Override
  public long bytes() {
    return held() * (8L + 4 * 4) + 4L * 65_536;
  }

  @Override
  public int held() {
    return hashes.size() - first;
  }
}
