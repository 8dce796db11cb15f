package org.storywire.processor.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which ids of merged stories lead to which story; the oldest redirect beyond a number goes. */
final class Redirects {

  private static final int MOST_HOPS = 100;

  private final int most;
  private final LinkedHashMap<String, String> targets = new LinkedHashMap<>();
  private final Map<String, List<String>> sources = new HashMap<>();

  /**
   * No redirects yet.
   *
   * @param most redirects held [1..]
   */
  Redirects(int most) {
    this.most = most;
  }

  /** Whether a story of this id was merged into another. */
  boolean has(String id) {
    return targets.containsKey(id);
  }

  /** The id that continues a story: its own unless it was merged. */
  String resolve(String id) {
    String at = id;
    for (int hops = 0; hops < MOST_HOPS; hops++) {
      String next = targets.get(at);
      if (next == null) {
        return at;
      }
      at = next;
    }
    return id;
  }

  /**
   * Adds a redirect.
   *
   * @return false if it is known, or would run in a circle
   */
  boolean add(String from, String to) {
    if (has(from) || resolve(to).equals(from)) {
      return false;
    }
    targets.put(from, to);
    sources.computeIfAbsent(to, id -> new ArrayList<>(1)).add(from);
    if (targets.size() > most) {
      forget(targets.keySet().iterator().next());
    }
    return true;
  }

  /** Ids that lead to this one, directly or by way of others. */
  List<String> leadingTo(String id) {
    List<String> all = new ArrayList<>(sources.getOrDefault(id, List.of()));
    for (int i = 0; i < all.size() && all.size() < MOST_HOPS; i++) {
      all.addAll(sources.getOrDefault(all.get(i), List.of()));
    }
    return all;
  }

  private void forget(String from) {
    String to = targets.remove(from);
    List<String> ids = sources.get(to);
    ids.remove(from);
    if (ids.isEmpty()) {
      sources.remove(to);
    }
  }
}
