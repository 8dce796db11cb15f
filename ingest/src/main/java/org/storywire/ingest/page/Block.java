package org.storywire.ingest.page;

/**
 * A run of text between two breaks of the layout.
 *
 * @param text its text, white space collapsed
 * @param tag nearest element that is laid out as a block, as {@code p} or {@code h2}
 * @param box where it stands
 * @param linked share of its characters that are links [0..1]
 * @param strong whether all of it is set in bold
 * @param weight length, in characters of a Latin script
 */
record Block(String text, String tag, Box box, double linked, boolean strong, double weight) {

  /** A Chinese or Japanese character says about what three Latin ones say. */
  private static final int WEIGHT_OF_IDEOGRAPH = 3;

  static double weight(String text) {
    int weight = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      weight += c >= '\u2E80' && c < '\uA000' ? WEIGHT_OF_IDEOGRAPH : 1;
    }
    return weight;
  }

  boolean isHeading() {
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }
}
