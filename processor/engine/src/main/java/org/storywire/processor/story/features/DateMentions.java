package org.storywire.processor.story.features;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Days that a text mentions, resolved against its publication: a bare weekday is the latest one not
 * after publication (news tells what happened), "next" looks forward, a month and day without a
 * year is the latest one not more than a week ahead. English, Spanish, French, German.
 */
final class DateMentions {

  private static final int MOST = 16;

  /** StoryWords of dates: one look-up a word tells whether it is any of them. */
  static final Int2IntOpenHashMap DATE_WORDS =
      table(
          "monday lunes lundi montag mon",
          "tuesday martes mardi dienstag tue",
          "wednesday miércoles mercredi mittwoch wed",
          "thursday jueves jeudi donnerstag thu",
          "friday viernes vendredi freitag fri",
          "saturday sábado samedi samstag",
          "sunday domingo dimanche sonntag",
          "january jan enero janvier januar",
          "february feb febrero février februar",
          "march mar marzo mars märz",
          "april apr abril avril",
          "may mayo mai",
          "june jun junio juin juni",
          "july jul julio juillet juli",
          "august aug agosto août",
          "september sep sept septiembre septembre",
          "october oct octubre octobre oktober",
          "november nov noviembre novembre",
          "december dec diciembre décembre dezember",
          "today tonight hoy heute",
          "yesterday ayer hier gestern");

  private static final int SUNDAY = 7;
  private static final int DECEMBER = SUNDAY + 12;
  private static final int TODAY = DECEMBER + 1;
  private static final int NEXT = StoryWords.key("next");
  private static final int OF = StoryWords.key("of");
  private static final int DE = StoryWords.key("de");

  /** Months cut short: a full stop after one ends no sentence. */
  private static final IntSet SHORT_MONTHS =
      IntOpenHashSet.toSet(
          Stream.of(
                  "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
                  "dec")
              .mapToInt(StoryWords::key));

  private final StoryWords words;
  private final LocalDate published;
  private final IntAVLTreeSet days = new IntAVLTreeSet();

  private DateMentions(StoryWords words, LocalDate published) {
    this.words = words;
    this.published = published;
  }

  /** Days since 1970-01-01, sorted, distinct, at most 16: those mentioned first. */
  static int[] in(StoryWords words, LocalDate published, boolean[] taken) {
    DateMentions mentions = new DateMentions(words, published);
    for (int m = 0; m < words.marks() && mentions.days.size() < MOST; m++) {
      mentions.look(words.mark(m), taken);
    }
    return mentions.days.toIntArray();
  }

  private void look(int i, boolean[] taken) {
    if (words.number(i)) {
      isoDate(i, taken);
      return;
    }
    int word = DATE_WORDS.get(words.key(i));
    if (word == 0) {
      return;
    }
    boolean written = words.capitalised(i) || words.length(i) > 4;
    if (word >= TODAY) {
      add(published.minusDays(word - TODAY));
    } else if (written && word > SUNDAY) {
      monthAndDay(i, word - SUNDAY, taken);
    } else if (written) {
      boolean next = i > 0 && words.key(i - 1) == NEXT;
      int back = Math.floorMod(published.getDayOfWeek().getValue() - word, 7);
      add(next ? published.plusDays(7 - back) : published.minusDays(back));
    }
  }

  private void monthAndDay(int i, int month, boolean[] taken) {
    int at = dayBeside(i);
    if (at < 0) {
      return;
    }
    taken[at] = true;
    int day = dayAt(at);
    int yearAt = Math.max(at, i) + 1;
    int year = yearAt(yearAt);
    if (year > 0) {
      taken[yearAt] = true;
      add(year, month, day);
      return;
    }
    try {
      LocalDate date = LocalDate.of(published.getYear(), month, day);
      add(date.isAfter(published.plusDays(7)) ? date.minusYears(1) : date);
    } catch (DateTimeException e) {
      // No such day in this year: not a date.
      return;
    }
  }

  /** Place of the day that goes with a month: "June 12", "12 June", "12 de junio"; -1 if none. */
  private int dayBeside(int i) {
    char next = words.after(i);
    boolean goesOn = next == '.' ? SHORT_MONTHS.contains(words.key(i)) : next != ',';
    if (goesOn && dayAt(i + 1) > 0) {
      return i + 1;
    }
    if (dayAt(i - 1) > 0) {
      return i - 1;
    }
    boolean ofMonth = i > 1 && (words.key(i - 1) == OF || words.key(i - 1) == DE);
    return ofMonth && dayAt(i - 2) > 0 ? i - 2 : -1;
  }

  private void isoDate(int i, boolean[] taken) {
    int year = words.after(i) == '-' ? yearAt(i) : 0;
    if (year > 0 && i + 2 < words.size() && words.after(i + 1) == '-') {
      int month = dayAt(i + 1);
      int day = dayAt(i + 2);
      if (month > 0 && month < 13 && day > 0) {
        taken[i] = true;
        taken[i + 1] = true;
        taken[i + 2] = true;
        add(year, month, day);
      }
    }
  }

  private void add(int year, int month, int day) {
    try {
      add(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      // Something like 31 February: not a date.
      return;
    }
  }

  private void add(LocalDate date) {
    days.add((int) date.toEpochDay());
  }

  private int dayAt(int i) {
    int value = numberAt(i, 2);
    return value >= 1 && value <= 31 ? value : 0;
  }

  private int yearAt(int i) {
    int value = numberAt(i, 4);
    return value >= 1900 && value <= 2100 ? value : 0;
  }

  private int numberAt(int i, int most) {
    if (i < 0 || i >= words.size() || !words.number(i)) {
      return 0;
    }
    String raw = words.raw(i);
    int value = 0;
    int digits = 0;
    for (; digits < raw.length() && Character.isDigit(raw.charAt(digits)); digits++) {
      if (digits == most) {
        return 0;
      }
      value = value * 10 + Character.digit(raw.charAt(digits), 10);
    }
    String rest = raw.substring(digits);
    boolean plain = rest.isEmpty() || rest.equals("st") || rest.equals("nd");
    return plain || rest.equals("rd") || rest.equals("th") ? value : 0;
  }

  private static Int2IntOpenHashMap table(String... rows) {
    Int2IntOpenHashMap table = new Int2IntOpenHashMap();
    for (int row = 0; row < rows.length; row++) {
      for (String word : rows[row].split(" ")) {
        table.put(StoryWords.key(word), row + 1);
      }
    }
    return table;
  }
}
