package org.storywire.processor.text;

import java.util.Arrays;

/** One pass over a text that finds its {@link Tokens}. */
final class Tokenizer {

  private final String text;
  private final boolean[] quoted;
  private ThaiWords thai;
  private int size;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private long[] hashes = new long[64];
  private byte[] flags = new byte[64];

  private Tokenizer(String text, boolean[] quoted) {
    this.text = text;
    this.quoted = quoted;
  }

  static Tokens tokenise(String text) {
    return new Tokenizer(text, Quotations.inside(text)).run();
  }

  /** Tokens that begin in the stretch; {@code from} must not lie inside one. */
  static int count(String text, int from, int to) {
    Tokenizer tokenizer = new Tokenizer(text, new boolean[0]);
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
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (!Characters.isWordPart(codePoint)) {
        at += Character.charCount(codePoint);
        continue;
      }
      int end = endOf(at, codePoint);
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
    if (size == starts.length) {
      int larger = size * 2;
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
      hashes = Arrays.copyOf(hashes, larger);
      flags = Arrays.copyOf(flags, larger);
    }
    starts[size] = start;
    ends[size] = end;
    byte kind = quoted[start] ? Tokens.QUOTED : 0;
    char first = text.charAt(start);
    boolean number = Character.isDigit(first);
    if (number) {
      kind |= Tokens.NUMBER;
    } else if (Character.isUpperCase(text.codePointAt(start))) {
      kind |= Tokens.CAPITALISED;
    }
    long hash = Hashing.start();
    boolean ascii = true;
    boolean upper = end - start > 1;
    for (int i = start; i < end && ascii; i++) {
      char c = text.charAt(i);
      upper &= (c >= 'A' && c <= 'Z') || c == '.';
      if (c >= 'A' && c <= 'Z') {
        hash = Hashing.step(hash, (char) (c + 32));
      } else if (c >= 128 && !Characters.isApostrophe(c)) {
        ascii = false;
      } else if (Characters.isApostrophe(c)) {
        hash = Hashing.step(hash, '\'');
        kind |= Tokens.APOSTROPHE;
      } else if (number ? c != ',' : c != '.') {
        hash = Hashing.step(hash, c);
      }
    }
    if (!ascii) {
      kind |= Tokens.APOSTROPHE;
      String raw = text.substring(start, end);
      upper = end - start > 1 && raw.chars().allMatch(c -> Character.isUpperCase(c) || c == '.');
    }
    if (upper) {
      kind |= Tokens.UPPER_CASE;
    }
    hashes[size] =
        ascii ? Hashing.mix(hash) : Hashing.hash64(Tokens.normalise(text.substring(start, end)));
    flags[size] = kind;
    size++;
  }
}
