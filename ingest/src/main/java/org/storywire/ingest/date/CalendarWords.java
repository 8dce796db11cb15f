package org.storywire.ingest.date;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.storywire.ingest.markup.Table;

/** The names of months and weekdays in many languages, from {@code calendar-words.tsv}. */
final class CalendarWords {

  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Map<String, Integer> MONTHS = load("month");
  private static final Map<String, Integer> DAYS = load("day");

  private CalendarWords() {}

  /** The month that a folded word names, 1 to 12. */
  static Optional<Integer> month(String word) {
    return Optional.ofNullable(MONTHS.get(word));
  }

  /** The weekday that a folded word names. */
  static Optional<DayOfWeek> day(String word) {
    return Optional.ofNullable(DAYS.get(word)).map(DayOfWeek::of);
  }

  private static Map<String, Integer> load(String kind) {
    Map<String, Integer> numbers = new HashMap<>();
    Table.rows(CalendarWords.class, "calendar-words.tsv")
        .filter(row -> row.get(1).equals(kind))
        .forEach(
            row -> {
              for (int column = 2; column < row.size(); column++) {
                int number = column - 1;
                BAR.splitAsStream(row.get(column))
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> numbers.putIfAbsent(DateText.fold(name), number));
              }
            });
    return Map.copyOf(numbers);
  }
}
