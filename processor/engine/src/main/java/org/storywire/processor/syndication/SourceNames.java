package org.storywire.processor.syndication;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.storywire.processor.text.Hashing;

/**
 * Compares the name of a source ("www.reuters.com", "Associated Press") with the name by which an
 * article credits it ("reuters", "ap", "associated press").
 */
final class SourceNames {

  /** Key of a source without a name: it equals no other. */
  static final long UNKNOWN = 0;

  private SourceNames() {}

  /**
   * Key of a source: hash of its name without "www.", top-level domain and anything but letters.
   */
  static long source(String name) {
    String plain = plain(name);
    return plain.isEmpty() || plain.equals("unknown") ? UNKNOWN : Hashing.hash64(plain);
  }

  /**
   * Keys under which the credited names may publish: the name, its initials, and either followed by
   * "news".
   */
  static long[] credits(List<String> names) {
    if (names.isEmpty()) {
      return new long[0];
    }
    return names.stream()
        .flatMapToLong(SourceNames::keysOf)
        .filter(key -> key != UNKNOWN)
        .sorted()
        .distinct()
        .toArray();
  }

  private static LongStream keysOf(String name) {
    String plain = plain(name);
    if (plain.isEmpty()) {
      return LongStream.empty();
    }
    StringBuilder initials = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+")) {
      if (!word.isEmpty() && !word.equals("the")) {
        initials.append(word.charAt(0));
      }
    }
    LongStream.Builder keys = LongStream.builder();
    keys.add(Hashing.hash64(plain)).add(Hashing.hash64(plain + "news"));
    if (initials.length() > 1) {
      keys.add(Hashing.hash64(initials)).add(Hashing.hash64(initials + "news"));
    }
    return keys.build();
  }

  private static String plain(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("www.")) {
      lower = lower.substring(4);
    }
    boolean host = lower.indexOf(' ') < 0 && lower.indexOf('.') > 0;
    if (host) {
      lower = lower.substring(0, lower.lastIndexOf('.'));
    } else if (lower.startsWith("the ")) {
      lower = lower.substring(4);
    }
    StringBuilder plain = new StringBuilder(lower.length());
    lower.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
