package org.storywire.processor.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words and numbers of a text, in order, with their places. A token is a run of letters and digits;
 * apostrophes inside words, points inside initialisms and separators inside numbers belong to it
 * ("don't", "U.S." → {@code us}, "1,200.5" → {@code 1200.5}); hyphens separate; an ideograph stands
 * alone. Normal form: Unicode NFKC, lower case, apostrophes unified.
 */
public final class Tokens {

  /** Longest beginning of a word that is brought into normal form [characters]. */
  private static final int LONGEST_FOLDED = 256;

  static final byte CAPITALISED = 1;
  static final byte UPPER_CASE = 2;
  static final byte NUMBER = 4;
  static final byte QUOTED = 8;
  static final byte APOSTROPHE = 16;

  private final String text;
  private final int size;
  private final int[] starts;
  private final int[] ends;
  private final long[] hashes;
  private final byte[] flags;

  Tokens(String text, int size, int[] starts, int[] ends, long[] hashes, byte[] flags) {
    this.text = text;
    this.size = size;
    this.starts = starts;
    this.ends = ends;
    this.hashes = hashes;
    this.flags = flags;
  }

  /** Tokens alone, where sentences and paragraphs are not needed. */
  public static Tokens of(String text) {
    return Tokenizer.tokenise(text);
  }

  /**
   * How many tokens begin in a stretch of a text: much cheaper than the tokens themselves.
   *
   * @param from first UTF-16 unit, not inside a token
   * @param to after the last UTF-16 unit
   */
  public static int count(String text, int from, int to) {
    return Tokenizer.count(text, from, to);
  }

  /** Number of tokens [0..]. */
  public int size() {
    return size;
  }

  /** Where token {@code i} begins in the text [UTF-16 units]. */
  public int start(int i) {
    return starts[i];
  }

  /** Where token {@code i} ends in the text, exclusive [UTF-16 units]. */
  public int end(int i) {
    return ends[i];
  }

  /** 64-bit hash of the token's normal form: equal to {@code Hashing.hash64(normal(i))}. */
  public long hash(int i) {
    return hashes[i];
  }

  /** The token as written. */
  public String raw(int i) {
    return text.substring(starts[i], ends[i]);
  }

  /** The token's normal form. Allocates: hot paths use {@link #hash(int)}. */
  public String normal(int i) {
    return normalise(text.substring(starts[i], ends[i]));
  }

  /** Whether the token begins with an upper-case letter. */
  public boolean capitalised(int i) {
    return (flags[i] & CAPITALISED) != 0;
  }

  /** Whether the token has at least two letters, all upper case. */
  public boolean upperCase(int i) {
    return (flags[i] & UPPER_CASE) != 0;
  }

  /** Whether the token begins with a digit. */
  public boolean number(int i) {
    return (flags[i] & NUMBER) != 0;
  }

  /** Whether the token stands inside quotation marks. */
  public boolean quoted(int i) {
    return (flags[i] & QUOTED) != 0;
  }

  /** Whether the token holds an apostrophe, or may hold one: not all scripts are looked into. */
  public boolean mayHoldApostrophe(int i) {
    return (flags[i] & APOSTROPHE) != 0;
  }

  /**
   * Index of the first token that begins at or after {@code offset}; {@link #size()} if none does.
   */
  public int firstAt(int offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Normal form of a word or number as written. */
  public static String normalise(String raw) {
    return isPlain(raw) ? withoutMarks(raw.toLowerCase(Locale.ROOT)) : folded(raw);
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) >= 128 && !Characters.isApostrophe(raw.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Both steps may cost the square of the length: normal form NFKC with a run of combining marks,
   * lower case with a run of capital sigmas or dotted capital i.
   */
  private static String folded(String raw) {
    int end = Math.min(raw.length(), LONGEST_FOLDED);
    String folded = Normalizer.normalize(raw.substring(0, end), Normalizer.Form.NFKC);
    folded = ArabicLetters.in(folded) ? ArabicLetters.folded(folded) : folded;
    return withoutMarks(folded.toLowerCase(Locale.ROOT) + raw.substring(end));
  }

  private static String withoutMarks(String folded) {
    boolean number = !folded.isEmpty() && Character.isDigit(folded.charAt(0));
    StringBuilder normal = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Characters.isApostrophe(c)) {
        normal.append('\'');
      } else if (number ? c != ',' : c != '.') {
        normal.append(c);
      }
    }
    return normal.toString();
  }
}
