package org.storywire.processor.text;

import java.util.ArrayList;
import java.util.List;

/** An analysed text: the string with its tokens, sentences and paragraphs. */
public final class Text {

  private final String string;
  private final Tokens tokens;
  private final List<Span> sentences;
  private final List<Span> paragraphs;

  private Text(String string) {
    this.string = string;
    this.tokens = Tokenizer.tokenise(string);
    this.sentences = Sentences.split(string);
    this.paragraphs = lines(string);
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
    return sentences;
  }

  /** Lines that hold more than white space, in order. */
  public List<Span> paragraphs() {
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
