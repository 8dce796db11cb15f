package org.storywire.processor.story.features;

import java.util.Arrays;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;

/**
 * The words of one text, reduced to what is compared: possessives and English plurals folded,
 * hashed to 32 bits, content words numbered.
 */
public final class StoryWords {

  private final String string;
  private final Tokens tokens;
  private final int[] keys;

  /** For a content word its number in the vocabulary; below 0 for other tokens. */
  private final int[] numbers;

  private final int[] marks;
  private final int[] capitals;

  StoryWords(Text text, String language, Vocabulary vocabulary) {
    this.string = text.string();
    this.tokens = text.tokens();
    this.keys = new int[tokens.size()];
    this.numbers = new int[keys.length];
    int[] marked = new int[keys.length];
    int marks = 0;
    int[] capitalised = new int[keys.length];
    int capitals = 0;
    boolean english = language.equals("en") || language.equals("und");
    FunctionWords functionWords = FunctionWords.of(language.equals("und") ? "en" : language);
    Folded folded = new Folded();
    for (int i = 0; i < keys.length; i++) {
      long hash = tokens.hash(i);
      boolean word = !tokens.number(i);
      boolean content = word && tokens.end(i) - tokens.start(i) > 1 && !functionWords.has(hash);
      if (word && !content && startsPair(i)) {
        // Two ideographs in a row stand for a word, as in Lucene's CJK analyser.
        hash = Hashing.combine(hash, tokens.hash(i + 1));
        content = true;
      }
      if (word && folded.fold(string, tokens.start(i), tokens.end(i), english)) {
        hash = Hashing.hash64(folded);
      }
      keys[i] = key(hash);
      numbers[i] = content ? vocabulary.number(keys[i]) : -1;
      marked[marks] = i;
      marks += !word || StoryLexicon.SOUGHT.mayHave(keys[i]) != 0 ? 1 : 0;
      capitalised[capitals] = i;
      capitals += content && tokens.capitalised(i) ? 1 : 0;
    }
    this.marks = Arrays.copyOf(marked, marks);
    this.capitals = Arrays.copyOf(capitalised, capitals);
  }

  /** Whether the token is an ideograph that another one follows at once. */
  private boolean startsPair(int i) {
    return i + 1 < tokens.size()
        && tokens.end(i) == tokens.start(i + 1)
        && Character.isIdeographic(string.codePointAt(tokens.start(i)))
        && Character.isIdeographic(string.codePointAt(tokens.start(i + 1)));
  }

  /** Key of a word given in normal form. */
  public static int key(String normal) {
    return key(Hashing.hash64(normal));
  }

  private static int key(long hash) {
    return (int) (hash ^ (hash >>> 32));
  }

  int size() {
    return keys.length;
  }

  int key(int i) {
    return keys[i];
  }

  /** Whether the token is a word that carries meaning; numbers are not. */
  boolean content(int i) {
    return numbers[i] >= 0;
  }

  /** Number of a content word in the vocabulary. */
  int word(int i) {
    return numbers[i];
  }

  /**
   * How many tokens are numbers, or words that a rule may look for: {@link StoryLexicon#SOUGHT}.
   */
  int marks() {
    return marks.length;
  }

  /** The token that is mark {@code m}, in text order. */
  int mark(int m) {
    return marks[m];
  }

  /** How many content words begin with an upper-case letter. */
  int capitals() {
    return capitals.length;
  }

  /** The token that is capitalised content word {@code c}, in text order. */
  int capital(int c) {
    return capitals[c];
  }

  boolean number(int i) {
    return tokens.number(i);
  }

  boolean capitalised(int i) {
    return tokens.capitalised(i);
  }

  boolean upperCase(int i) {
    return tokens.upperCase(i);
  }

  int start(int i) {
    return tokens.start(i);
  }

  int end(int i) {
    return tokens.end(i);
  }

  int length(int i) {
    return tokens.end(i) - tokens.start(i);
  }

  String raw(int i) {
    return tokens.raw(i);
  }

  /**
   * Whether nothing but a space, hyphen or an initial's point separates a token from the next one.
   */
  boolean touchesNext(int i) {
    if (i + 1 >= keys.length) {
      return false;
    }
    int gap = tokens.start(i + 1) - tokens.end(i);
    char first = string.charAt(tokens.end(i));
    if (gap == 1) {
      return first == ' ' || first == '-' || first == '\u00a0';
    }
    return gap == 2
        && first == '.'
        && string.charAt(tokens.end(i) + 1) == ' '
        && length(i) <= 3
        && capitalised(i);
  }

  /** The last character of a token. */
  char last(int i) {
    return string.charAt(end(i) - 1);
  }

  /** The character right after a token; a line break at the end of the text. */
  char after(int i) {
    return end(i) < string.length() ? string.charAt(end(i)) : '\n';
  }

  /** The character right before a token; a line break at the beginning of the text. */
  char before(int i) {
    return start(i) > 0 ? string.charAt(start(i) - 1) : '\n';
  }

  /** A word without its ending, kept in a buffer that is used again. */
  private static final class Folded implements CharSequence {

    private char[] buffer = new char[32];
    private int size;

    /** Whether the word differs from its token once possessive and plural are folded. */
    boolean fold(String text, int start, int end, boolean english) {
      char last = text.charAt(end - 1);
      boolean possessive =
          end - start > 2
              && (last == 's' || last == 'S')
              && (text.charAt(end - 2) == '\'' || text.charAt(end - 2) == '\u2019');
      boolean plural = english && end - start > 3 && last == 's';
      if (!possessive && !plural) {
        return false;
      }
      size = 0;
      int stop = possessive ? end - 2 : end;
      if (buffer.length < stop - start) {
        buffer = new char[stop - start];
      }
      for (int i = start; i < stop; i++) {
        char c = text.charAt(i);
        if (c != '.') {
          boolean small = c >= 'a' && c <= 'z'; // Most are: no need to ask the platform's tables.
          buffer[size++] = small ? c : Character.toLowerCase(c);
        }
      }
      if (plural && !possessive) {
        singular();
      }
      return true;
    }

    private void singular() {
      char before = buffer[size - 2];
      if (before == 's' || before == 'u' || before == 'i') {
        return;
      }
      if (size > 4 && before == 'e' && buffer[size - 3] == 'i') {
        buffer[size - 3] = 'y';
        size -= 2;
      } else {
        size--;
      }
    }

    @Override
    public int length() {
      return size;
    }

    @Override
    public char charAt(int index) {
      return buffer[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new String(buffer, start, end - start);
    }

    @Override
    public String toString() {
      return new String(buffer, 0, size);
    }
  }
}
