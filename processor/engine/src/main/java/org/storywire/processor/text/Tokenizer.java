package org.storywire.processor.text;

import java.util.Arrays;

/** One pass over a text that finds its {@link Tokens}. */
final class Tokenizer {

  /** Normal form of a Latin letter or digit, by character; 0 for all others. */
  private static final char[] LOWER = lower();

  private final String text;
  private final char[] chars;
  private final boolean[] quoted;
  private ThaiWords thai;
  private int size;
  private int[] starts;
  private int[] ends;
  private long[] hashes;
  private byte[] flags;

  private Tokenizer(String text, char[] chars, boolean[] quoted) {
    this.text = text;
    this.chars = chars;
    this.quoted = quoted;
    int expected = quoted.length / 5 + 8;
    this.starts = new int[expected];
    this.ends = new int[expected];
    this.hashes = new long[expected];
    this.flags = new byte[expected];
  }

  private static char[] lower() {
    char[] lower = new char[256];
    for (char c = 0; c < lower.length; c++) {
      boolean plain = Characters.isWordPart(c) && "\u00aa\u00b5\u00ba".indexOf(c) < 0;
      lower[c] = plain ? Character.toLowerCase(c) : 0;
    }
    return lower;
  }

  static Tokens tokenise(String text) {
    char[] chars = text.toCharArray();
    return new Tokenizer(text, chars, Quotations.inside(chars)).run();
  }

  /** Tokens that begin in the stretch; {@code from} must not lie inside one. */
  static int count(String text, int from, int to) {
    Tokenizer tokenizer = new Tokenizer(text, text.toCharArray(), new boolean[0]);
    int count = 0;
    int at = from;
    while (at < to) {
      int codePoint = text.codePointAt(at);
      if (Characters.isWordPart(codePoint)) {
        count++;
        at = tokenizer.endOf(at, codePoint);
      } else {
        at += Character.charCount(codePoint);
      }
    }
    return count;
  }

  private Tokens run() {
    int at = 0;
    while (at < chars.length) {
      int end = simple(at);
      if (end > at) {
        at = end;
        continue;
      }
      int codePoint = text.codePointAt(at);
      if (!Characters.isWordPart(codePoint)) {
        at += Character.charCount(codePoint);
        continue;
      }
      end = endOf(at, codePoint);
      add(at, end);
      at = end;
    }
    return new Tokens(
        text,
        size,
        Arrays.copyOf(starts, size),
        Arrays.copyOf(ends, size),
        Arrays.copyOf(hashes, size),
        Arrays.copyOf(flags, size));
  }

  /**
   * Adds the token that begins here if it is as most are: Latin letters and digits, behind which
   * nothing can belong to it. Where it ends; {@code from} if it is not so.
   */
  private int simple(int from) {
    long hash = Hashing.start();
    boolean upper = true;
    int at = from;
    for (; at < chars.length && chars[at] < LOWER.length && LOWER[chars[at]] != 0; at++) {
      upper &= chars[at] != LOWER[chars[at]];
      hash = Hashing.step(hash, LOWER[chars[at]]);
    }
    if (at == from || !endsSimply(from, at)) {
      return from;
    }
    byte kind = 0;
    if (chars[from] <= '9') {
      kind = Tokens.NUMBER;
    } else if (chars[from] != LOWER[chars[from]]) {
      kind = upper && at - from > 1 ? Tokens.CAPITALISED | Tokens.UPPER_CASE : Tokens.CAPITALISED;
    }
    put(from, at, Hashing.mix(hash), kind);
    return at;
  }

  /** Whether it is plain that the character behind Latin letters and digits is not of the token. */
  private boolean endsSimply(int from, int end) {
    if (end == chars.length) {
      return true;
    }
    char mark = chars[end];
    boolean joint = mark == '.' && (end - from == 1 || chars[from] <= '9');
    boolean separator = mark == ',' && chars[from] <= '9';
    boolean dash = mark == '\u2013' || mark == '\u2014';
    boolean quote = mark == '\u201c' || mark == '\u201d';
    return (mark < 128 && mark != '\'' && !joint && !separator) || dash || quote;
  }

  private int endOf(int from, int codePoint) {
    if (ThaiWords.isThai(codePoint)) {
      thai = thai == null ? new ThaiWords(text) : thai;
      return endOfWord(from, thai.endOf(from));
    }
    return Character.isIdeographic(codePoint)
        ? from + Character.charCount(codePoint)
        : endOfWord(from, text.length());
  }

  private int endOfWord(int from, int limit) {
    boolean number = Character.isDigit(text.charAt(from));
    int at = from;
    while (at < limit) {
      int codePoint = text.codePointAt(at);
      if (Characters.isWordPart(codePoint) && !Character.isIdeographic(codePoint)) {
        at += Character.charCount(codePoint);
      } else if (joins(from, at, number)) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  /** Whether the mark at {@code at} belongs to the word around it. */
  private boolean joins(int from, int at, boolean number) {
    char mark = text.charAt(at);
    boolean wordFollows = at + 1 < text.length() && Characters.isWordPart(text.codePointAt(at + 1));
    if (number) {
      return (mark == ',' || mark == '.')
          && wordFollows
          && Character.isDigit(text.charAt(at + 1))
          && Character.isDigit(text.charAt(at - 1));
    }
    if (Characters.isApostrophe(mark)) {
      return wordFollows;
    }
    return mark == '.' && initialism(from, at, wordFollows);
  }

  /**
   * A point after single letters: inside or at the end of "U.S.", but not after a sentence's "I".
   */
  private boolean initialism(int from, int at, boolean wordFollows) {
    if (at - from == 1) {
      return wordFollows && at + 2 < text.length() && text.charAt(at + 2) == '.';
    }
    return at - from >= 3 && text.charAt(at - 2) == '.';
  }

  private void add(int start, int end) {
    byte kind = 0;
    boolean number = Character.isDigit(chars[start]);
    if (number) {
      kind |= Tokens.NUMBER;
    } else if (Character.isUpperCase(text.codePointAt(start))) {
      kind |= Tokens.CAPITALISED;
    }
    boolean ascii = true;
    boolean upper = end - start > 1;
    for (int i = start; i < end; i++) {
      char c = chars[i];
      boolean apostrophe = Characters.isApostrophe(c);
      upper &= c == '.' || Character.isUpperCase(c);
      ascii &= c < 128 || apostrophe;
      kind |= apostrophe ? Tokens.APOSTROPHE : 0;
    }
    kind |= upper ? Tokens.UPPER_CASE : 0;
    kind |= ascii ? 0 : Tokens.APOSTROPHE;
    put(start, end, Hashing.hash64(Tokens.normalise(text.substring(start, end))), kind);
  }

  private void put(int start, int end, long hash, int kind) {
    if (size == starts.length) {
      int larger = size * 2;
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
      hashes = Arrays.copyOf(hashes, larger);
      flags = Arrays.copyOf(flags, larger);
    }
    starts[size] = start;
    ends[size] = end;
    hashes[size] = hash;
    flags[size++] = (byte) (quoted[start] ? kind | Tokens.QUOTED : kind);
  }
}
