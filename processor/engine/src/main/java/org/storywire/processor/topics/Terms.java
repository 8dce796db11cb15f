package org.storywire.processor.topics;

import java.util.Locale;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;

/**
 * Hashes of a text's terms: its tokens without what grammar glues to them, namely the English
 * possessive ("China's" → {@code china}) and French elided articles ("l'état" → {@code état}). Term
 * {@code i} is token {@code i}.
 */
public final class Terms {

  private Terms() {}

  /** One hash a token, at most {@code limit} of them. */
  public static long[] of(Text text, int limit) {
    Tokens tokens = text.tokens();
    long[] terms = new long[Math.min(tokens.size(), limit)];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = tokens.mayHoldApostrophe(i) ? of(text.string(), tokens, i) : tokens.hash(i);
    }
    return terms;
  }

  private static long of(String text, Tokens tokens, int i) {
    int start = tokens.start(i);
    int end = tokens.end(i);
    int length = end - start;
    if (length > 3 && apostrophe(text.charAt(end - 2)) && lower(text.charAt(end - 1)) == 's') {
      return Hashing.hash64(Tokens.normalise(text.substring(start, end - 2)));
    }
    if (length > 3 && apostrophe(text.charAt(start + 1)) && elides(lower(text.charAt(start)))) {
      return Hashing.hash64(Tokens.normalise(text.substring(start + 2, end)));
    }
    boolean que = length > 4 && apostrophe(text.charAt(start + 2));
    if (que && text.substring(start, start + 2).toLowerCase(Locale.ROOT).equals("qu")) {
      return Hashing.hash64(Tokens.normalise(text.substring(start + 3, end)));
    }
    return tokens.hash(i);
  }

  private static boolean elides(char c) {
    return "ldjmtsnc".indexOf(c) >= 0;
  }

  private static boolean apostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  /** The hashes of a phrase as a lexicon gives it. */
  public static long[] ofPhrase(String phrase) {
    return of(Text.of(phrase), Integer.MAX_VALUE);
  }
}
