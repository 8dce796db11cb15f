package org.storywire.processor.topics;

/** Which script a text is in, whatever language it is said to be in. */
final class Script {

  private static final int ENOUGH = 400;

  private Script() {}

  /**
   * Whether most letters at the beginning of title and body are Latin, as those of all languages
   * are that the tagger knows.
   */
  static boolean isLatin(String title, String body) {
    int balance = balance(title) + balance(body);
    return balance > 0;
  }

  /** Latin letters less others. */
  private static int balance(String text) {
    int balance = 0;
    int end = Math.min(text.length(), ENOUGH);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x250) {
        balance += Character.isLetter(c) ? 1 : 0;
      } else if (Character.isLetter(c)) {
        balance -= 1;
      }
    }
    return balance;
  }
}
