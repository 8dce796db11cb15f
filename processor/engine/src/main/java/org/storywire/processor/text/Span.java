package org.storywire.processor.text;

/**
 * A stretch of a text.
 *
 * @param start first UTF-16 unit [0..]
 * @param end after the last UTF-16 unit [start..]
 */
public record Span(int start, int end) {

  /** Checks the order of the ends. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "illegal span: " + start + " to " + end + ", must be 0 <= start <= end");
    }
  }

  /** The words of this span. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** Length [UTF-16 units]. */
  public int length() {
    return end - start;
  }
}
