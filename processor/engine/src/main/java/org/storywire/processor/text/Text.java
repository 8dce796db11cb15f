package org.storywire.processor.text;

import java.util.ArrayList;
import java.util.List;

/**
 * An analysed text: the string with its tokens, sentences and paragraphs. What only some readers
 * want is found when it is first asked for.
 */
public final class Text {

  private final String string;
  private final Tokens tokens;
  private volatile List<Span> sentences;
  private volatile List<Span> paragraphs;

  private Text(String string) {
    this.string = string;
    this.tokens = Tokenizer.tokenise(string);
  }

  /** Analyses a text; null is not allowed, empty is. */
  public static Text of(String string) {
    return new Text(string);
  }

  /** The text itself; all offsets count its UTF-16 units. */
  public String string() {
    return string;
  }

  /** Words and numbers in order. */
  public Tokens tokens() {
    return tokens;
  }

  /** Sentences in order; a line break ends one. */
  public List<Span> sentences() {
    if (sentences == null) {
      sentences = Sentences.split(string);
    }
    return sentences;
  }

  /** Lines that hold more than white space, in order. */
  public List<Span> paragraphs() {
    if (paragraphs == null) {
      paragraphs = lines(string);
    }
    return paragraphs;
  }

  private static List<Span> lines(String text) {
    List<Span> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (!text.substring(start, end).isBlank()) {
        lines.add(new Span(start, end));
      }
      start = end + 1;
    }
    return List.copyOf(lines);
  }
}
