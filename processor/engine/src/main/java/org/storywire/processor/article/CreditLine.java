package org.storywire.processor.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that only say who wrote, supplied or republished the text: "By Jane Doe, Associated Press",
 * "(Reuters)", "Write to Jane Doe at jane.doe@example.com", "The Associated Press contributed to
 * this report." They stand at the beginning or end of a text.
 */
final class CreditLine {

  private static final int MAX_LENGTH = 300;

  private static final Pattern BY =
      Pattern.compile(
          "^\\(?(?:by|por|par|von|written by|story by|reported by|(?:additional )?reporting by)"
              + "[: ]\\s*(.{3,200})$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SIGNED = Pattern.compile("^[-–—~]{1,3}\\s*(\\p{Lu}.{3,80})$");

  private static final Pattern CONTRIBUTED =
      Pattern.compile(
          "^[-–— ]*(.{3,160}?),? (?:also )?contributed (?:reporting|from \\p{Lu}|(?:reporting )?to (?:this|the)"
              + " (?:report|story|article|piece|column|post))\\b.{0,40}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "^.{0,60}\\b(?:full (?:story|article|report|coverage) (?:at|on|in|from|by)"
              + "|originally (?:appeared|published|posted|ran) (?:at|on|in|by)"
              + "|first (?:appeared|published) (?:at|on|in|by)|republished (?:from|with permission"
              + " (?:of|from)))\\s+(?:the )?(\\p{Lu}[^,;!?]{1,60}?|[a-z0-9-]+(?:\\.[a-z]{2,})+)[.!]?$",
          Pattern.UNICODE_CASE);

  private static final Pattern SOURCE =
      Pattern.compile(
          "^(?:source|via|quelle|fuente)\\s?: (\\p{Lu}[^.,;!?]{1,50})$", Pattern.CASE_INSENSITIVE);

  private static final Pattern ADDRESS =
      Pattern.compile("([\\w.+-]{1,40})@((?:[\\w-]{1,40}\\.){1,4}[a-zA-Z]{2,10})");

  private static final Pattern CONTACT =
      Pattern.compile(
          "^(?:(?:you can )?(?:write|e-?mail|contact|reach|follow|tweet|call)\\b.*"
              + "|.{3,60} (?:can be reached|is reachable|may be reached)\\b.*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME_AT =
      Pattern.compile("(\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,3}) at [\\w.+-]+@");

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*(?:,|;|\\||/|&|•|·| [-–—] |\\band\\b|\\by\\b(?= \\p{Lu})|\\bund\\b"
              + "|\\bet\\b|\\bfor\\b|\\bof\\b)\\s*");

  private static final Pattern PERSON =
      Pattern.compile(
          "\\p{Lu}[\\p{L}.'’-]*(?: (?:de|la|del|van|von|der|den|al|bin|el|da|di|du|le|\\p{Lu}[\\p{L}.'’-]*))"
              + "{0,3} \\p{Lu}[\\p{L}.'’-]*");

  private static final Set<String> FREE_MAIL =
      Set.of(
          "gmail.com",
          "yahoo.com",
          "hotmail.com",
          "outlook.com",
          "aol.com",
          "icloud.com",
          "protonmail.com",
          "gmx.de",
          "web.de");

  private static final Pattern JOB =
      Pattern.compile(
          ".*\\b(?:writer|staff|editor|correspondent|reporter|producer|contributor|contributing"
              + "|columnist|bureau|desk|team|special|digital|sports?|political|national|senior)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private CreditLine() {}

  /** The credits of a line that is nothing else; empty if it is not. */
  static Optional<List<Credit>> parse(Line line) {
    String text = line.text();
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Optional<List<Credit>> credits = agencyAlone(text);
    if (credits.isEmpty() && text.indexOf('@') >= 0) {
      credits = contact(text);
    }
    if (credits.isEmpty()) {
      credits = byline(line);
    }
    return credits.isPresent() ? credits : elsewhere(text);
  }

  /** Agencies named in a copyright line. */
  static List<Credit> ofCopyright(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("associated press")) {
      return List.of(new Credit(Credit.Kind.AGENCY, "Associated Press"));
    }
    if (lower.contains("reuters")) {
      return List.of(new Credit(Credit.Kind.AGENCY, "Reuters"));
    }
    return List.of();
  }

  private static Optional<List<Credit>> agencyAlone(String text) {
    if (text.length() > 40) {
      return Optional.empty();
    }
    String name = text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return Outlets.agency(name).map(full -> List.of(new Credit(Credit.Kind.AGENCY, full)));
  }

  private static Optional<List<Credit>> contact(String text) {
    Matcher address = ADDRESS.matcher(text);
    List<Credit> addresses = new ArrayList<>();
    int end = 0;
    while (address.find()) {
      String domain = address.group(2).toLowerCase(Locale.ROOT);
      if (domain.endsWith(".gov") || domain.contains(".gov.") || domain.contains("police")) {
        return Optional.empty();
      }
      if (!FREE_MAIL.contains(domain)) {
        addresses.add(new Credit(Credit.Kind.AUTHOR_ADDRESS, Outlets.ofDomain(domain)));
      }
      end = address.end();
    }
    boolean ends = end > 0 && end >= text.length() - 2;
    if (end == 0 || !(ends || CONTACT.matcher(text).matches())) {
      return Optional.empty();
    }
    List<Credit> credits = new ArrayList<>();
    Matcher names = NAME_AT.matcher(text);
    while (names.find()) {
      credits.add(new Credit(Credit.Kind.BYLINE, names.group(1)));
    }
    credits.addAll(addresses);
    return Optional.of(credits);
  }

  private static Optional<List<Credit>> byline(Line line) {
    String text = line.text();
    Matcher contributed = CONTRIBUTED.matcher(text);
    if (line.words() <= 30 && text.contains("ontributed") && contributed.matches()) {
      return Optional.of(people(contributed.group(1)).orElse(List.of()));
    }
    if (line.words() > 20 || (line.terminated() && line.words() > 8 && text.charAt(0) != '(')) {
      return Optional.empty();
    }
    Matcher by = BY.matcher(text);
    if (by.matches()) {
      return people(by.group(1).replaceAll("[;,] (?:[Ee]diting|[Ww]riting) by.*|\\)$", ""));
    }
    Matcher signed = SIGNED.matcher(text);
    return signed.matches() ? people(signed.group(1)) : nameAndAgency(text);
  }

  /** "Jane Doe, Associated Press" without a "By". */
  private static Optional<List<Credit>> nameAndAgency(String text) {
    String[] parts = text.split("\\s*(?:,|\\||/)\\s*", 3);
    boolean named =
        parts.length == 2
            && PERSON.matcher(parts[0]).matches()
            && Outlets.agency(parts[1]).isPresent();
    return named ? people(text) : Optional.empty();
  }

  /** Names and outlets of an enumeration; empty if something else is in it. */
  private static Optional<List<Credit>> people(String enumeration) {
    List<Credit> credits = new ArrayList<>();
    for (String part : SEPARATOR.split(enumeration.strip(), -1)) {
      String name = part.strip().replaceFirst("\\.$", "");
      Optional<String> agency = Outlets.agency(name);
      if (agency.isPresent()) {
        credits.add(new Credit(Credit.Kind.AGENCY, agency.get()));
      } else if (JOB.matcher(name).matches()) {
        firstWordAgency(name).ifPresent(credits::add);
      } else if (Outlets.isOutlet(name) && Character.isUpperCase(name.codePointAt(0))) {
        credits.add(new Credit(Credit.Kind.AGENCY, Outlets.fullName(name)));
      } else if (PERSON.matcher(name).matches()) {
        credits.add(new Credit(Credit.Kind.BYLINE, name));
      } else if (!name.isEmpty()) {
        return Optional.empty();
      }
    }
    return credits.isEmpty() ? Optional.empty() : Optional.of(credits);
  }

  /** The agency of "AP Sports Writer". */
  private static Optional<Credit> firstWordAgency(String name) {
    return Outlets.agency(name.split(" ", 2)[0]).map(full -> new Credit(Credit.Kind.AGENCY, full));
  }

  private static Optional<List<Credit>> elsewhere(String text) {
    boolean cue =
        text.contains("full ")
            || text.contains("riginally ")
            || text.contains("irst ")
            || text.contains("epublished");
    if (cue) {
      Matcher matcher = ELSEWHERE.matcher(text);
      if (matcher.matches()) {
        return Optional.of(List.of(republisher(matcher.group(1))));
      }
    }
    Matcher source = SOURCE.matcher(text);
    return source.matches() ? Optional.of(List.of(republisher(source.group(1)))) : Optional.empty();
  }

  private static Credit republisher(String name) {
    return Outlets.agency(name)
        .map(full -> new Credit(Credit.Kind.AGENCY, full))
        .orElseGet(() -> new Credit(Credit.Kind.VIA, Outlets.fullName(name)));
  }
}
