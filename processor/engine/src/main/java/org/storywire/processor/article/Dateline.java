package org.storywire.processor.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Place and agency before a report's first sentence: "LONDON (AP) — ", "WASHINGTON, Aug 16
 * (Reuters) - ", "(CNN) ", "OSLO, Norway — ".
 *
 * @param credits what it names
 * @param rest the paragraph without it
 */
record Dateline(List<Credit> credits, String rest) {

  /** Longest dateline [UTF-16 units]. */
  private static final int MAX_LENGTH = 80;

  /** Fewest characters that must follow. */
  private static final int MIN_REST = 20;

  private static final Pattern WITH_AGENCY =
      Pattern.compile(
          "^(\\p{Lu}[\\p{L}\\d.,'’/ -]{1,50}?)?\\s?\\((\\p{Lu}[\\p{L}\\d.&'’/ -]{1,30})\\)"
              + "\\s?([-–—]{1,2}|:)?\\s?(?=\\S)");

  private static final Pattern PLACE_ONLY =
      Pattern.compile(
          "^(\\p{Lu}[\\p{Lu}.'’ -]*\\p{Lu}\\.?(?:\\s?/\\s?\\p{Lu}[\\p{Lu} ]+)?)"
              + "((?:, \\p{Lu}[\\p{L}.'’ ]{1,25}){0,2})(?:, \\p{Lu}\\p{L}{2,8}\\.? \\d{1,2})?"
              + "\\s?(?:[–—]|--|(?<= )-(?= ))\\s?(?=\\S)");

  private static final Pattern DATE = Pattern.compile(",? \\p{Lu}\\p{L}{2,8}\\.? \\d{1,2}$");

  /** Words in capitals before a dash that are no place. */
  private static final Set<String> NOT_PLACES =
      Set.of(
          "breaking",
          "breaking news",
          "update",
          "updated",
          "exclusive",
          "video",
          "watch",
          "photos",
          "live",
          "opinion",
          "analysis",
          "correction",
          "editor's note",
          "note",
          "fact check");

  static Optional<Dateline> parse(String paragraph) {
    String opening = paragraph.substring(0, Math.min(MAX_LENGTH + 1, paragraph.length()));
    Matcher matcher = WITH_AGENCY.matcher(opening);
    if (opening.indexOf('(') >= 0 && matcher.find()) {
      Optional<Dateline> dateline = withAgency(paragraph, matcher);
      if (dateline.isPresent()) {
        return dateline;
      }
    }
    Matcher place = PLACE_ONLY.matcher(opening);
    if (!place.find() || NOT_PLACES.contains(place.group(1).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    String name = (place.group(1) + place.group(2)).strip();
    return of(paragraph, place.end(), List.of(new Credit(Credit.Kind.DATELINE, name)));
  }

  /** Without a dash only a name that is known can be an agency: "Ortega (Nicaragua) said". */
  private static Optional<Dateline> withAgency(String paragraph, Matcher matcher) {
    String agency = matcher.group(2).strip();
    if (matcher.group(3) == null && !Outlets.isOutlet(agency)) {
      return Optional.empty();
    }
    List<Credit> credits = new ArrayList<>();
    if (matcher.group(1) != null) {
      String place = DATE.matcher(matcher.group(1).strip()).replaceFirst("");
      if (place.split(" ", -1).length > 5) {
        return Optional.empty();
      }
      credits.add(new Credit(Credit.Kind.DATELINE, place));
    }
    credits.add(new Credit(Credit.Kind.AGENCY, Outlets.fullName(agency)));
    return of(paragraph, matcher.end(), credits);
  }

  private static Optional<Dateline> of(String paragraph, int end, List<Credit> credits) {
    return paragraph.length() - end < MIN_REST
        ? Optional.empty()
        : Optional.of(new Dateline(List.copyOf(credits), paragraph.substring(end)));
  }
}
