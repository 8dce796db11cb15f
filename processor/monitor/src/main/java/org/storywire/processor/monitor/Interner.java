package org.storywire.processor.monitor;

import java.util.concurrent.ConcurrentHashMap;

/**
 * One instance for each of the strings that many stories share: sources, topic codes, labels,
 * languages. Bounded: once full, new strings are kept as they come.
 */
final class Interner {

  private static final int MOST = 50_000;
  private final ConcurrentHashMap<String, String> known = new ConcurrentHashMap<>();

  /** The instance that equals {@code text}. */
  String of(String text) {
    String held = known.get(text);
    if (held != null) {
      return held;
    }
    if (known.size() < MOST) {
      known.put(text, text);
    }
    return text;
  }
}
