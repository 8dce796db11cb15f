package org.storywire.processor.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that holds nothing but a publication date, perhaps with labels, a time of day and the
 * author: "Published: August 16, 2025", "Jan. 3, 2013 7:18 PM", "le 16 août 2025 à 14 h 30",
 * "Published by Ana Ruiz 16 de agosto, 2025". Spaces before punctuation, as tokenised texts have
 * them, don't matter. Without a zone the time is taken as UTC.
 *
 * @param at the first date in the line; midnight where it gives no time of day
 * @param author who it says published
 */
record PublishedLine(Instant at, Optional<String> author) {

  private static final int MAX_LENGTH = 140;

  private static final String MONTHS =
      "(january|february|march|april|may|june|july|august|september|october|november|december"
          + "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
          + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre"
          + "|noviembre|diciembre"
          + "|janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre"
          + "|novembre|décembre|decembre"
          + "|januar|februar|märz|juni|juli|oktober|dezember)";

  private static final Map<String, Integer> MONTH_NUMBERS = monthNumbers();

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})(?:T(?=\\d))?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "\\b" + MONTHS + "\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b", FLAGS);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s+(?:de\\s+)?"
              + MONTHS
              + "\\.?,?\\s+(?:de[l]?\\s+)?(\\d{4})\\b",
          FLAGS);
  private static final Pattern TIME =
      Pattern.compile(
          "\\b(\\d{1,2})(?:[:.]|\\s?h\\s?)(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:([ap])\\.?\\s?m\\b\\.?)?"
              + "\\s*(Z\\b|[+-]\\d{2}:?\\d{2}\\b)?",
          FLAGS);
  private static final Pattern ZONE =
      Pattern.compile(
          "\\b(?:gmt|utc|bst|cest|cet|ist|est|edt|et|cst|cdt|ct|mst|mdt|mt|pst|pdt|pt)\\b", FLAGS);
  private static final Pattern LABELS =
      Pattern.compile(
          "\\b(?:date|published|publication|updated?|posted|last|modified|first|created|filed|on|at|the|of|by|publi[ée]e?|mis"
              + " à jour|mise à jour|le|à|el|publicado|actualizado|por|par"
              + "|el|las?|a|h|hrs?|uhr|am|um|von|monday|tuesday|wednesday|thursday|friday|saturday"
              + "|sunday|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|lunes|martes|miércoles|jueves|viernes"
              + "|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag"
              + "|mittwoch|donnerstag|freitag|samstag|sonntag|fecha|datum|time|local)\\b",
          FLAGS);
  private static final Pattern AUTHOR =
      Pattern.compile(
          "\\b(?:by|por|par|von)\\s+(\\p{Lu}[\\p{L}.'’-]+(?:\\s+(?:de|la|del|van|von|al|bin|el)?\\s?"
              + "\\p{Lu}[\\p{L}.'’-]*){1,3})",
          Pattern.UNICODE_CASE);
  private static final Pattern SPACE_BEFORE_MARK = Pattern.compile("\\s+([,.:])");
  private static final Pattern SPACE_IN_TIME =
      Pattern.compile("(\\d:|\\b[ap]\\.)\\s+(?=\\d|m\\.)", Pattern.CASE_INSENSITIVE);
  private static final Pattern REST = Pattern.compile("[\\p{L}\\d]");

  /**
   * Reads a line.
   *
   * @param line up to 140 characters; longer ones are no date lines
   * @return empty if it has no full date, or says anything else
   */
  public static Optional<PublishedLine> parse(String line) {
    if (line.length() > MAX_LENGTH || !mayHoldYear(line)) {
      return Optional.empty();
    }
    StringBuilder rest = new StringBuilder(joined(line));
    Optional<LocalDate> date = takeDates(rest);
    if (date.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> author = takeAuthor(rest);
    Optional<Instant> at = takeTimes(rest, date.get());
    take(ZONE, rest);
    take(LABELS, rest);
    boolean nothingElse = !REST.matcher(rest).find();
    return nothingElse
        ? Optional.of(new PublishedLine(at.orElseThrow(), author))
        : Optional.empty();
  }

  /** Takes the spaces out of "3 , 2013", "1 : 32" and "p . m .". */
  private static String joined(String line) {
    String before = SPACE_BEFORE_MARK.matcher(line).replaceAll("$1");
    return SPACE_IN_TIME.matcher(before).replaceAll("$1");
  }

  private static boolean mayHoldYear(String line) {
    return line.contains("20") || line.contains("19");
  }

  private static Optional<LocalDate> takeDates(StringBuilder rest) {
    Optional<LocalDate> iso =
        takeDate(ISO, rest, m -> date(number(m, 1), number(m, 2), number(m, 3)));
    Optional<LocalDate> monthFirst =
        takeDate(MONTH_FIRST, rest, m -> date(number(m, 3), month(m.group(1)), number(m, 2)));
    Optional<LocalDate> dayFirst =
        takeDate(DAY_FIRST, rest, m -> date(number(m, 3), month(m.group(2)), number(m, 1)));
    return iso.or(() -> monthFirst).or(() -> dayFirst);
  }

  /** Takes all dates of a form out of the line; the first one is the answer. */
  private static Optional<LocalDate> takeDate(
      Pattern form,
      StringBuilder rest,
      java.util.function.Function<Matcher, Optional<LocalDate>> reader) {
    Matcher matcher = form.matcher(rest);
    Optional<LocalDate> first = Optional.empty();
    while (matcher.find()) {
      if (first.isEmpty()) {
        first = reader.apply(matcher);
      }
    }
    if (first.isPresent()) {
      take(form, rest);
    }
    return first;
  }

  private static Optional<String> takeAuthor(StringBuilder rest) {
    Matcher matcher = AUTHOR.matcher(rest);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String name = matcher.group(1);
    rest.replace(matcher.start(), matcher.end(), " ");
    return Optional.of(name);
  }

  private static Optional<Instant> takeTimes(StringBuilder rest, LocalDate date) {
    Matcher matcher = TIME.matcher(rest);
    LocalTime time = LocalTime.MIDNIGHT;
    ZoneOffset zone = ZoneOffset.UTC;
    if (matcher.find()) {
      int hour = number(matcher, 1);
      if (matcher.group(3) != null) {
        hour = hour % 12 + (matcher.group(3).equalsIgnoreCase("p") ? 12 : 0);
      }
      int minute = number(matcher, 2);
      if (hour < 24 && minute < 60) {
        time = LocalTime.of(hour, minute);
      }
      zone = zone(matcher.group(4), rest);
    }
    take(TIME, rest);
    return Optional.of(date.atTime(time).toInstant(zone));
  }

  private static ZoneOffset zone(String offset, StringBuilder rest) {
    if (offset != null && !offset.equalsIgnoreCase("z")) {
      try {
        return ZoneOffset.of(offset);
      } catch (DateTimeException e) {
        return ZoneOffset.UTC;
      }
    }
    Matcher named = ZONE.matcher(rest);
    if (!named.find()) {
      return ZoneOffset.UTC;
    }
    return switch (named.group().toLowerCase(Locale.ROOT)) {
      case "est", "et", "cdt" -> ZoneOffset.ofHours(-5);
      case "edt" -> ZoneOffset.ofHours(-4);
      case "cst", "ct", "mdt" -> ZoneOffset.ofHours(-6);
      case "mst", "mt", "pdt" -> ZoneOffset.ofHours(-7);
      case "pst", "pt" -> ZoneOffset.ofHours(-8);
      case "bst", "cet" -> ZoneOffset.ofHours(1);
      case "cest" -> ZoneOffset.ofHours(2);
      case "ist" -> ZoneOffset.ofHoursMinutes(5, 30);
      default -> ZoneOffset.UTC;
    };
  }

  private static void take(Pattern pattern, StringBuilder rest) {
    String without = pattern.matcher(rest).replaceAll(" ");
    rest.setLength(0);
    rest.append(without);
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int month(String name) {
    return MONTH_NUMBERS.get(name.toLowerCase(Locale.ROOT));
  }

  private static Map<String, Integer> monthNumbers() {
    String byMonth =
        """
        january jan enero janvier januar
        february feb febrero février fevrier februar
        march mar marzo mars märz
        april apr abril avril
        may mayo mai
        june jun junio juin juni
        july jul julio juillet juli
        august aug agosto août aout
        september sept sep septiembre setiembre septembre
        october oct octubre octobre oktober
        november nov noviembre novembre
        december dec diciembre décembre decembre dezember
        """;
    Map<String, Integer> numbers = new HashMap<>();
    String[] months = byMonth.strip().split("\n", -1);
    for (int i = 0; i < months.length; i++) {
      for (String name : months[i].strip().split(" ", -1)) {
        numbers.put(name, i + 1);
      }
    }
    return Map.copyOf(numbers);
  }
}
