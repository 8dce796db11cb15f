package org.storywire.processor.article;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that tells how long ago something was published, as aggregators write it: "3 hours ago",
 * "time10 minutes ago" (the icon's alternative text glued on), "Morning Echo9 hours ago".
 *
 * @param outlet what stands before the time
 */
record RelativeTime(Optional<String> outlet, Duration age) {

  /** Longest line of this kind [UTF-16 units]. */
  private static final int MAX_LENGTH = 80;

  private static final Pattern ENGLISH =
      Pattern.compile(
          "^(.{0,60}?)[\\s|·•,:–—-]*\\b?(\\d{1,3}|an?|one)\\s?"
              + "(s|sec|second|m|min|minute|h|hr|hour|d|day|w|wk|week|mo|month|y|yr|year)s?\\.?\\s+ago$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SPANISH_FRENCH =
      Pattern.compile(
          "^(.{0,60}?)[\\s|·•,:–—-]*(?:hace|il y a)\\s+(\\d{1,3}|una?|une?)\\s+"
              + "(segundo|minuto|hora|día|semana|mes|año|seconde|minute|heure|jour|semaine|mois|an)"
              + "(?:e?s)?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Map<Character, Duration> UNITS =
      Map.of(
          's', Duration.ofSeconds(1),
          'm', Duration.ofMinutes(1),
          'h', Duration.ofHours(1),
          'd', Duration.ofDays(1),
          'j', Duration.ofDays(1),
          'w', Duration.ofDays(7),
          'y', Duration.ofDays(365),
          'a', Duration.ofDays(365));

  static Optional<RelativeTime> parse(String line) {
    if (line.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Pattern pattern =
        line.endsWith("ago") || line.endsWith("AGO") || line.endsWith("Ago")
            ? ENGLISH
            : line.contains("ace ") || line.contains("l y a ") ? SPANISH_FRENCH : null;
    Matcher matcher = pattern == null ? null : pattern.matcher(line);
    if (matcher == null || !matcher.matches()) {
      return Ages.parse(line).map(age -> new RelativeTime(Optional.empty(), age));
    }
    String amount = matcher.group(2);
    long number = Character.isDigit(amount.charAt(0)) ? Long.parseLong(amount) : 1;
    Duration age = unit(matcher.group(3).toLowerCase(Locale.ROOT)).multipliedBy(number);
    return Optional.of(new RelativeTime(outlet(matcher.group(1)), age));
  }

  private static Duration unit(String name) {
    if (name.startsWith("mo") || name.equals("mes")) {
      return Duration.ofDays(30);
    }
    if (name.startsWith("sem")) {
      return Duration.ofDays(7);
    }
    return UNITS.get(name.charAt(0));
  }

  /** What is left of the text before the time once labels and marks are off. */
  private static Optional<String> outlet(String before) {
    String name = before.strip();
    if (name.toLowerCase(Locale.ROOT).endsWith("time") && !name.endsWith(" Time")) {
      name = name.substring(0, name.length() - 4);
    }
    name = stripMarks(name.replaceFirst("(?i)\\b(?:published|updated|posted)$", ""));
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** A name without bullets, dashes and bars around it. */
  static String stripMarks(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && !Character.isLetterOrDigit(name.charAt(start))) {
      start++;
    }
    while (end > start && " |·•,:–—-*".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(start, end);
  }
}
