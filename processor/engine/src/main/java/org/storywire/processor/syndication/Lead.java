package org.storywire.processor.syndication;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.StopWords;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;

/**
 * The words that tell an article's news: its headline and the first words of its body, each as 14
 * bits of its hash, whether it is telling, that is a number, a date or a name, and whether it is a
 * name. Of a telling word also where the body uses it last. Some 180 bytes. Immutable.
 */
final class Lead {

  /** Words read of a headline and of a body. */
  static final int HEADLINE = 16;

  static final int BODY = 48;

  private static final int NOUNS = 0x80;

  /** Languages that write all nouns with a capital, so that one does not show a name. */
  private static final Set<String> NOUN_CAPITALS = Set.of("de", "lb");

  private static final int TELLING = 1;
  private static final int NAME = 2;

  /** Days of the week and months where they have a capital, as the Java platform names them. */
  private static final LongSet CALENDAR = calendar(Locale.ENGLISH, Locale.GERMAN);

  private final int head;
  private final char[] words;
  private final char[] lasts;

  /**
   * Takes arrays over without copying.
   *
   * @param head how many of the words are the headline's, plus 128 where all nouns have a capital
   * @param words hash times four, plus two for a name, plus one for a telling word
   * @param lasts for each telling word where the body uses it last [UTF-16 units, at most 65,535];
   *     0 if it does not
   */
  Lead(int head, char[] words, char[] lasts) {
    this.head = head;
    this.words = words;
    this.lasts = lasts;
  }

  private static LongSet calendar(Locale... locales) {
    LongOpenHashSet words = new LongOpenHashSet();
    for (Locale locale : locales) {
      for (DayOfWeek day : DayOfWeek.values()) {
        words.add(Hashing.hash64(day.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale)));
      }
      for (Month month : Month.values()) {
        words.add(Hashing.hash64(month.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale)));
      }
    }
    return words;
  }

  static Lead of(Document document) {
    Tokens title = document.title().tokens();
    Tokens body = document.body().tokens();
    int headline = Math.min(HEADLINE, title.size());
    int opening = Math.min(BODY, body.size());
    LongSet stopWords = StopWords.of(document.language());
    boolean[] firsts = firsts(document.body(), opening);
    char[] words = new char[headline + opening];
    long[] telling = new long[words.length];
    int tells = 0;
    for (int i = 0; i < words.length; i++) {
      Tokens tokens = i < headline ? title : body;
      int at = i < headline ? i : i - headline;
      boolean beginsSentence = i >= headline && firsts[at];
      long hash = tokens.hash(at);
      boolean capital = tokens.capitalised(at) && !beginsSentence && !stopWords.contains(hash);
      boolean isTelling = tokens.number(at) || capital;
      boolean isName = capital && !CALENDAR.contains(hash);
      words[i] = (char) ((hash >>> 48 & 0xfffc) | (isName ? NAME : 0) | (isTelling ? TELLING : 0));
      if (isTelling) {
        telling[tells++] = hash;
      }
    }
    int head = headline | (NOUN_CAPITALS.contains(document.language()) ? NOUNS : 0);
    return new Lead(head, words, lasts(Arrays.copyOf(telling, tells), body));
  }

  /** Which words of the opening begin a sentence, where a capital shows nothing. */
  private static boolean[] firsts(Text body, int opening) {
    boolean[] firsts = new boolean[opening];
    for (Span sentence : body.sentences()) {
      int first = body.tokens().firstAt(sentence.start());
      if (first >= opening) {
        break;
      }
      firsts[first] = true;
    }
    return firsts;
  }

  private static char[] lasts(long[] telling, Tokens body) {
    char[] lasts = new char[telling.length];
    boolean[] found = new boolean[telling.length];
    int missing = telling.length;
    for (int i = body.size() - 1; i >= 0 && missing > 0; i--) {
      long hash = body.hash(i);
      for (int t = 0; t < telling.length; t++) {
        if (telling[t] == hash && !found[t]) {
          found[t] = true;
          missing--;
          lasts[t] = (char) Math.min(Character.MAX_VALUE, body.start(i));
        }
      }
    }
    return lasts;
  }

  /** How many words of the headline, and in which languages, in the form of the constructor. */
  int head() {
    return head;
  }

  /** How many of the words are the headline's. */
  int headline() {
    return head & ~NOUNS;
  }

  /** Whether the text writes all nouns with a capital. */
  boolean capitalisesNouns() {
    return (head & NOUNS) != 0;
  }

  /** How many of the words are the body's. */
  int opening() {
    return words.length - headline();
  }

  char[] words() {
    return words;
  }

  char[] lasts() {
    return lasts;
  }

  /** Memory it takes, estimated [bytes]. */
  long bytes() {
    return 24 + 2 * 16 + 2L * (words.length + lasts.length);
  }

  static boolean telling(char word) {
    return (word & TELLING) != 0;
  }

  static boolean name(char word) {
    return (word & NAME) != 0;
  }

  static boolean same(char one, char other) {
    return (one | NAME | TELLING) == (other | NAME | TELLING);
  }

  /** The telling words that the text uses before an offset only, each once. */
  char[] tellingBefore(int offset) {
    char[] found = new char[lasts.length];
    int size = 0;
    int tell = 0;
    for (char word : words) {
      if (telling(word) && lasts[tell++] < offset && !holds(found, size, word)) {
        found[size++] = word;
      }
    }
    return Arrays.copyOf(found, size);
  }

  private static boolean holds(char[] words, int size, char word) {
    for (int i = 0; i < size; i++) {
      if (words[i] == word) {
        return true;
      }
    }
    return false;
  }
}
