package org.storywire.ingest.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.storywire.ingest.date.NewsDate.Precision;

/**
 * A day as it was written, or the first day of the month or year that was.
 *
 * @param date the day
 * @param precision day, month or year
 */
record Day(LocalDate date, Precision precision) {

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{4})(?: ?년| ?年|[-/. ]) ?(\\d{1,3})(?: ?월| ?月|[-/. ]) ?(\\d{1,2})(?:"
              + " ?[일日.])?(?!\\d)");

  private static final Pattern COMPACT =
      Pattern.compile("(?<![\\d+-])(\\d{4})(\\d\\d)(\\d\\d)(?!\\d)");

  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})([-/. ]) ?(\\d{1,2})\\2 ?(\\d{4}|(?<=[/. ])\\d\\d)(?!\\d)");

  private static final Pattern YEAR_MONTH = Pattern.compile("^(\\d{4})[-/](\\d\\d?)$");
  private static final Pattern YEAR = Pattern.compile("^\\d{4}$");
  private static final Pattern DAY_OF_YEAR = Pattern.compile("^(\\d{4})-?(\\d{3})$");

  /** Countries whose short dates begin with the month (CLDR); all others begin with the day. */
  private static final Set<String> MONTH_FIRST =
      Set.of("US", "PH", "FM", "MH", "PW", "GU", "AS", "PR", "VI");

  /** Thai years count from 543 BC. */
  private static final int BUDDHIST = 543;

  /**
   * Takes the day out of a text.
   *
   * @throws DateTimeException if there is no such day, or two readings of it
   */
  static Optional<Day> take(DateText text, Locale locale) {
    return text.take(YEAR_FIRST)
        .or(() -> text.take(COMPACT))
        .map(m -> day(m.group(1), number(m.group(2)), number(m.group(3))))
        .or(() -> text.take(YEAR_LAST).map(m -> yearLast(m, text, locale)))
        .or(() -> text.take(DAY_OF_YEAR).map(m -> ofYear(m.group(1), number(m.group(2)))))
        .or(() -> text.take(YEAR_MONTH).map(m -> month(m.group(1), number(m.group(2)))))
        .or(() -> text.take(YEAR).map(m -> new Day(ofYear(m.group(), 1).date, Precision.YEAR)))
        .or(() -> named(text));
  }

  private static Day yearLast(Matcher m, DateText text, Locale locale) {
    int first = number(m.group(1));
    int second = number(m.group(3));
    String year = m.group(4);
    boolean clear = first > 12 || second > 12 || first == second;
    boolean monthFirst =
        clear
            ? second > 12
            : !m.group(2).equals(".")
                && monthFirst(day(year, first, second), day(year, second, first), text, locale);
    return monthFirst ? day(year, first, second) : day(year, second, first);
  }

  /** Asks the weekday that stands beside, then the source's country. */
  private static boolean monthFirst(Day monthFirst, Day dayFirst, DateText text, Locale locale) {
    Optional<DayOfWeek> weekday =
        text.words().stream().flatMap(word -> CalendarWords.day(word).stream()).findFirst();
    boolean fitsMonthFirst = weekday.filter(monthFirst.date.getDayOfWeek()::equals).isPresent();
    boolean fitsDayFirst = weekday.filter(dayFirst.date.getDayOfWeek()::equals).isPresent();
    if (fitsMonthFirst != fitsDayFirst) {
      return fitsMonthFirst;
    }
    boolean anywhere = locale.getLanguage().isEmpty() || locale.getLanguage().equals("en");
    if (anywhere && locale.getCountry().isEmpty()) {
      throw new DateTimeException("the day or the month may come first");
    }
    return MONTH_FIRST.contains(locale.getCountry());
  }

  /**
   * A day with the name of its month; of two numbers the one with four digits is the year, else the
   * last.
   */
  private static Optional<Day> named(DateText text) {
    return text.takeMonth()
        .map(
            month -> {
              List<String> numbers = text.takeNumbers();
              if (numbers.size() == 2) {
                boolean yearFirst = numbers.get(0).length() == 4;
                return day(
                    numbers.get(yearFirst ? 0 : 1), month, number(numbers.get(yearFirst ? 1 : 0)));
              }
              if (numbers.size() == 1 && numbers.get(0).length() == 4) {
                return month(numbers.get(0), month);
              }
              throw new DateTimeException("expected a day and a year beside the month");
            });
  }

  private static Day day(String year, int month, int day) {
    return new Day(LocalDate.of(year(year), month, day), Precision.DAY);
  }

  private static Day month(String year, int month) {
    return new Day(LocalDate.of(year(year), month, 1), Precision.MONTH);
  }

  private static Day ofYear(String year, int day) {
    return new Day(LocalDate.ofYearDay(year(year), day), Precision.DAY);
  }

  /** Two digits are the years 1969 to 2068, as in POSIX. */
  private static int year(String written) {
    int year = number(written);
    if (written.length() <= 2) {
      return year < 69 ? 2000 + year : 1900 + year;
    }
    return year > 2400 && year < 2700 ? year - BUDDHIST : year;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
