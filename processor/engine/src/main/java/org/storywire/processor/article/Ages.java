package org.storywire.processor.article;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whole lines that say how long ago something was published, in many languages: "vor 3 Stunden", "2
 * часа назад", "Published yesterday at 10:30".
 */
final class Ages {

  private static final Sections LISTS = Sections.read("relative-times.txt");
  private static final List<String> LABELS = longestFirst("labels");
  private static final List<String> BEFORE = longestFirst("ago before");
  private static final Set<String> AFTER = LISTS.set("ago after");
  private static final Map<String, Duration> UNITS = durations("units");
  private static final Map<String, Duration> DAYS = durations("days");
  private static final List<String> ONE = longestFirst("one");
  private static final Set<String> CLOCK = LISTS.set("clock");

  private Ages() {}

  static Optional<Duration> parse(String line) {
    Wording wording = Wording.of(line);
    String rest = withoutLabels(wording.text());
    Optional<Duration> day = day(rest);
    if (day.isPresent()) {
      return day;
    }
    int number = wording.hasNumber() ? wording.numbers().get(0) : 1;
    for (String before : BEFORE) {
      if (rest.startsWith(before)) {
        return unit(counted(rest.substring(before.length())), number);
      }
    }
    String counted = counted(rest);
    int space = counted.lastIndexOf(' ');
    if (space > 0 && AFTER.contains(counted.substring(space + 1))) {
      return unit(counted.substring(0, space), number);
    }
    boolean joined = counted.endsWith("前") || counted.endsWith("ที่แล้ว");
    return joined ? unit(counted, number) : Optional.empty();
  }

  private static String withoutLabels(String words) {
    String rest = words;
    for (String label : LABELS) {
      if (rest.startsWith(label)) {
        rest = rest.substring(label.length());
      }
    }
    return rest;
  }

  /** What follows the number; empty if there is none. */
  private static String counted(String words) {
    if (words.startsWith("# ")) {
      return words.substring(2);
    }
    for (String one : ONE) {
      if (words.startsWith(one)) {
        return words.substring(one.length());
      }
    }
    return "";
  }

  private static Optional<Duration> unit(String word, int number) {
    return Optional.ofNullable(UNITS.get(word)).map(unit -> unit.multipliedBy(number));
  }

  private static Optional<Duration> day(String words) {
    for (Map.Entry<String, Duration> day : DAYS.entrySet()) {
      if (words.equals(day.getKey())) {
        return Optional.of(day.getValue());
      }
      boolean more = words.startsWith(day.getKey()) && words.charAt(day.getKey().length()) == ' ';
      if (more) {
        String clock = words.substring(day.getKey().length() + 1).replace("#", " ").strip();
        if (clock.isEmpty() || CLOCK.containsAll(List.of(clock.split("\\s+", -1)))) {
          return Optional.of(day.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** Words that others follow, each with the space between. */
  private static List<String> longestFirst(String section) {
    return LISTS.list(section).stream()
        .map(words -> words + " ")
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  private static Map<String, Duration> durations(String section) {
    Map<String, Duration> durations = new HashMap<>();
    for (String entry : LISTS.list(section)) {
      int space = entry.lastIndexOf(' ');
      durations.put(entry.substring(0, space), Duration.parse(entry.substring(space + 1)));
    }
    return durations;
  }
}
