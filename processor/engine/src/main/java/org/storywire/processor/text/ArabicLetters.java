package org.storywire.processor.text;

/**
 * Folds spellings of one word in Arabic letters into one: vowel marks and lengthening go, forms of
 * alef, yeh, kaf and heh are unified, and so are digits. The folding is that of Lucene's Arabic and
 * Persian normalisers.
 */
final class ArabicLetters {

  private ArabicLetters() {}

  /** Whether there may be anything to fold. */
  static boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u0600' && text.charAt(i) <= '\u06ff') {
        return true;
      }
    }
    return false;
  }

  static String folded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean mark = (c >= '\u064b' && c <= '\u065f') || c == '\u0670' || c == '\u0640';
      if (!mark) {
        out.append(folded(c));
      }
    }
    return out.toString();
  }

  private static char folded(char c) {
    if (c >= '\u0660' && c <= '\u0669') {
      return (char) (c - '\u0660' + '0');
    }
    if (c >= '\u06f0' && c <= '\u06f9') {
      return (char) (c - '\u06f0' + '0');
    }
    return switch (c) {
      case '\u0623', '\u0625', '\u0622', '\u0671' -> '\u0627'; // alef with hamza, madda, wasla
      case '\u0649', '\u06cc', '\u0626', '\u06d2' -> '\u064a'; // alef maksura, Farsi yeh
      case '\u06a9' -> '\u0643'; // keheh
      case '\u0629', '\u06c0', '\u06c1', '\u06d5' -> '\u0647'; // teh marbuta, heh goal
      case '\u0624' -> '\u0648'; // waw with hamza
      default -> c;
    };
  }
}
