package org.storywire.processor.article;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Names the language of a text, by OpenNLP's character n-gram model. Safe for many threads. */
final class Languages {

  /** What a text is called whose language is not known. */
  static final String UNKNOWN = "und";

  private static final String MODEL = "/langdetect-183.bin";
  private static final int MIN_LETTERS = 20;
  private static final double MIN_CONFIDENCE = 0.15;

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
    for (int i = 0; i < text.length(); i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    if (letters < MIN_LETTERS) {
      return UNKNOWN;
    }
    Language best = Model.DETECTOR.predictLanguage(text);
    return best.getConfidence() < MIN_CONFIDENCE
        ? UNKNOWN
        : TWO_LETTERS.getOrDefault(best.getLang(), best.getLang());
  }

  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String two : Locale.getISOLanguages()) {
      try {
        codes.put(new Locale(two).getISO3Language(), two);
      } catch (MissingResourceException e) {
        continue;
      }
    }
    // Members of macrolanguages, which 639-1 knows by one code.
    codes.putAll(
        Map.of("cmn", "zh", "pes", "fa", "lvs", "lv", "ekk", "et", "arb", "ar", "plt", "mg"));
    return Map.copyOf(codes);
  }
}
