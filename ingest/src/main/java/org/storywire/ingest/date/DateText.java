package org.storywire.ingest.date;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date's text while it is read: what was understood is taken out, so that the rest can be judged.
 */
final class DateText {

  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]");
  private static final Pattern BRACKETED = Pattern.compile("\\([^)]*\\)");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u200e\\u200f]+");
  private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212]");

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\d+])\\d{1,4}(?!\\d)");

  private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
  private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

  private final boolean korean;
  private String rest;

  DateText(String text) {
    korean = HANGUL.matcher(text).find();
    String plain = DASH.matcher(fold(text)).replaceAll("-");
    rest = SPACE.matcher(BRACKETED.matcher(digits(plain)).replaceAll(" ")).replaceAll(" ").strip();
  }

  /** Small letters without accents, so that {@code Févr} and {@code fevr} are one word. */
  static String fold(String word) {
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    return Normalizer.normalize(ACCENT.matcher(apart).replaceAll(""), Normalizer.Form.NFKC);
  }

  String rest() {
    return rest;
  }

  /** Finds the form and takes it out; its groups stay in the match. */
  Optional<Matcher> take(Pattern form) {
    Matcher matcher = form.matcher(rest);
    if (!matcher.find()) {
      return Optional.empty();
    }
    rest = rest.substring(0, matcher.start()) + " " + rest.substring(matcher.end());
    return Optional.of(matcher);
  }

  /** The words that are left, in order. */
  List<String> words() {
    return WORD.matcher(rest).results().map(MatchResult::group).toList();
  }

  /**
   * Takes out the name of a month. Some names are also those of weekdays ({@code mar}): they count
   * only where no other month is named. A name may have two words.
   */
  Optional<Integer> takeMonth() {
    List<String> names = new ArrayList<>();
    List<String> words = words();
    for (int i = 0; i + 1 < words.size(); i++) {
      names.add(words.get(i) + " " + words.get(i + 1));
    }
    words.stream().filter(word -> CalendarWords.day(word).isEmpty()).forEach(names::add);
    names.addAll(words);
    return names.stream()
        .filter(name -> CalendarWords.month(name).isPresent())
        .findFirst()
        .flatMap(
            name -> {
              rest = rest.replaceFirst(Pattern.quote(name), " ");
              return CalendarWords.month(name);
            });
  }

  /** Takes out all numbers of up to four digits. */
  List<String> takeNumbers() {
    List<String> numbers = NUMBER.matcher(rest).results().map(MatchResult::group).toList();
    rest = NUMBER.matcher(rest).replaceAll(" ");
    return numbers;
  }

  /** The zone of a text in Korean, a language that is written in one zone. */
  Optional<ZoneId> zoneOfScript() {
    return korean ? Optional.of(KOREA) : Optional.empty();
  }

  /** Digits of all scripts as 0 to 9. */
  private static String digits(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isDigit(c)) {
                ascii.append(Character.digit(c, 10));
              } else {
                ascii.appendCodePoint(c);
              }
            });
    return ascii.toString();
  }
}
