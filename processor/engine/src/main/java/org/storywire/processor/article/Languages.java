package org.storywire.processor.article;

import it.unimi.dsi.fastutil.longs.LongSet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.StopWords;
import org.storywire.processor.text.Tokens;

/**
 * Names the language of a text: the commonest by their function words, the others, and what is in
 * doubt, by OpenNLP's character n-gram model, which takes a hundred times as long. Safe for many
 * threads.
 */
final class Languages {

  /** What a text is called whose language is not known. */
  static final String UNKNOWN = "und";

  private static final String MODEL = "/langdetect-183.bin";
  private static final int MIN_LETTERS = 20;

  /** In a text shorter than this names outweigh words [UTF-16 units]. */
  private static final int BRIEF = 160;

  /** Languages that are not written in Latin letters, as far as sources are likely to use them. */
  private static final Set<String> OTHER_SCRIPTS =
      Set.of(
          "ru", "uk", "be", "bg", "mk", "sr", "el", "ar", "fa", "ur", "he", "zh", "ja", "ko", "th",
          "hi", "bn", "ta", "te", "ka", "hy", "am");

  /** How much of a text the model reads: its cost is linear in it [UTF-16 units]. */
  private static final int MODEL_LENGTH = 300;

  /** How much surer than of the next language the model must be. */
  private static final double MIN_LEAD = 1.5;

  /** Fewest words by whose share of function words a text can be told. */
  private static final int MIN_WORDS = 20;

  /**
   * Share of function words that is enough. Running text has 0.40 to 0.50 of its own language's;
   * its relatives reach 0.25 (Portuguese read as Spanish).
   */
  private static final double MIN_SHARE = 0.28;

  /**
   * Function words of Spanish that Portuguese, Catalan and Italian do not share, and their share.
   */
  private static final LongSet SPANISH_ALONE =
      LongSet.of(
          Hashing.hash64("los"),
          Hashing.hash64("las"),
          Hashing.hash64("y"),
          Hashing.hash64("con"),
          Hashing.hash64("su"),
          Hashing.hash64("lo"));

  private static final double MIN_SPANISH_ALONE = 0.03;

  private static final List<String> COMMON = List.of("en", "es", "fr", "de");

  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private Languages() {}

  /** Loaded on first use, for it takes a second and 80 MB. */
  private static final class Model {
    static final LanguageDetectorME DETECTOR = new LanguageDetectorME(load());

    private static LanguageDetectorModel load() {
      try (InputStream bytes = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
        if (bytes == null) {
          throw new IllegalStateException("language model " + MODEL + " is not on the class path");
        }
        return new LanguageDetectorModel(new BufferedInputStream(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException("unable to read language model " + MODEL, e);
      }
    }
  }

  /** ISO 639-1 code of a text; of 639-3 where 639-1 has none; {@value #UNKNOWN} if unsure. */
  static String of(String text) {
    int letters = 0;
    for (int i = 0; i < text.length() && letters < MIN_LETTERS; i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters < MIN_LETTERS ? UNKNOWN : byFunctionWords(text).orElseGet(() -> byModel(text));
  }

  /**
   * What a text tells; if it is brief, its headline's function words and what the source writes in
   * as a rule count more than letters, for names speak other languages.
   *
   * @param usual language of the source, if known
   */
  static String of(String title, String text, Optional<String> usual) {
    if (text.length() < BRIEF && isLatin(text)) {
      String few = ofFew(title + "\n" + text);
      Optional<String> own = usual.filter(language -> !OTHER_SCRIPTS.contains(language));
      if (!few.equals(UNKNOWN) || own.isPresent()) {
        return few.equals(UNKNOWN) ? own.get() : few;
      }
    }
    String told = of(text);
    return told.equals(UNKNOWN) ? usual.orElse(told) : told;
  }

  private static boolean isLatin(String text) {
    return text.codePoints().noneMatch(c -> c >= 0x250 && Character.isLetter(c));
  }

  /**
   * As {@link #of(String)}, for a few words full of names: one of the common languages if at least
   * two of its function words are there and twice as many as of any other.
   */
  static String ofFew(String text) {
    Tokens tokens = Tokens.of(text);
    String best = UNKNOWN;
    int most = 1;
    int second = 0;
    for (String language : COMMON) {
      LongSet words = StopWords.of(language);
      int found = 0;
      for (int i = 0; i < tokens.size(); i++) {
        found += words.contains(tokens.hash(i)) ? 1 : 0;
      }
      if (found > most) {
        second = most;
        most = found;
        best = language;
      } else {
        second = Math.max(second, found);
      }
    }
    return most >= 2 * second ? best : UNKNOWN;
  }

  /** The common languages in a few microseconds; empty if in doubt. */
  static Optional<String> byFunctionWords(String text) {
    Tokens tokens = Tokens.of(text);
    if (tokens.size() < MIN_WORDS) {
      return Optional.empty();
    }
    Optional<String> best = Optional.empty();
    for (String language : COMMON) {
      if (share(tokens, StopWords.of(language)) >= MIN_SHARE) {
        if (best.isPresent()) {
          return Optional.empty();
        }
        best = Optional.of(language);
      }
    }
    return best.filter(
        language -> !language.equals("es") || share(tokens, SPANISH_ALONE) >= MIN_SPANISH_ALONE);
  }

  private static double share(Tokens tokens, LongSet words) {
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      count += words.contains(tokens.hash(i)) ? 1 : 0;
    }
    return (double) count / tokens.size();
  }

  /**
   * Arabic that was typed with Persian forms of yeh and kaf, in Arabic ones: the model would take
   * it for Urdu. Persian and Urdu have letters of their own, which some word of theirs uses.
   */
  private static String inArabicLetters(String text) {
    boolean own = text.chars().anyMatch(c -> "پچژگٹڈڑںےہ".indexOf(c) >= 0);
    return own ? text : text.replace('ی', 'ي').replace('ک', 'ك');
  }

  static String byModel(String text) {
    String opening = text.length() <= MODEL_LENGTH ? text : text.substring(0, MODEL_LENGTH);
    Language[] languages = Model.DETECTOR.predictLanguages(inArabicLetters(opening));
    String best = languages[0].getLang();
    return languages[0].getConfidence() < MIN_LEAD * languages[1].getConfidence()
        ? UNKNOWN
        : TWO_LETTERS.getOrDefault(best, best);
  }

  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String two : Locale.getISOLanguages()) {
      try {
        codes.put(new Locale(two).getISO3Language(), two);
      } catch (MissingResourceException e) {
        // a code that has no three-letter form: the model does not name it either
      }
    }
    // Members of macrolanguages, which 639-1 knows by one code.
    codes.putAll(
        Map.of("cmn", "zh", "pes", "fa", "lvs", "lv", "ekk", "et", "arb", "ar", "plt", "mg"));
    return Map.copyOf(codes);
  }
}
