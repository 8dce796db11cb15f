package org.storywire.ingest.agency;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An item as an agency sent it, in the agency's own words.
 *
 * @param fields single values by name, those that it has: {@code guid} (the same for all versions
 *     of an item), {@code version} (most often a number that rises), {@code kind} ({@code text},
 *     {@code ninat:picture}), {@code headline}, {@code byline}, {@code slugline} (few words that
 *     name the affair), {@code dateline}, {@code language}, {@code urgency} (from 1, most urgent,
 *     to 9), {@code pubStatus} ({@code usable}, {@code stat:canceled}), {@code versionCreated},
 *     {@code firstCreated} and {@code embargoed} (times as written), {@code provider} (code,
 *     address or name of the sender), {@code copyrightNotice}, {@code usageTerms}, {@code note} (to
 *     editors), {@code summary}
 * @param creators names of people and organisations
 * @param subjects what it is about
 * @param signals instructions to the receiver, as {@code sig:correction}
 * @param text text without markup, paragraphs parted by blank lines; empty if it has none
 */
public record AgencyItem(
    Map<String, String> fields,
    List<String> creators,
    List<Subject> subjects,
    List<String> signals,
    String text) {

  /** What an agency says about the use of an item. */
  public enum Status {
    /** May be published. */
    USABLE,
    /** Not before the time of its embargo, or until another version says so. */
    WITHHELD,
    /** Never: what was published of it must go. Also called a kill. */
    CANCELED
  }

  /**
   * A subject that an agency gave an item.
   *
   * @param code qcode, address or bare code; the name where it has no code
   * @param name its name, if it has one
   */
  public record Subject(String code, Optional<String> name) {}

  /** One of the single values. */
  public Optional<String> get(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** Codes of the subjects. */
  public List<String> subjectCodes() {
    return subjects.stream().map(Subject::code).toList();
  }

  /** Whether the item may be published; an item that says nothing may. */
  public Status status() {
    return switch (get("pubStatus").map(AgencyItem::localName).orElse("")) {
      case "canceled", "cancelled", "killed", "kill" -> Status.CANCELED;
      case "withheld", "embargoed", "withhold" -> Status.WITHHELD;
      default ->
          signals.stream().map(AgencyItem::localName).anyMatch("kill"::equals)
              ? Status.CANCELED
              : Status.USABLE;
    };
  }

  /** Whether the item says to correct an earlier version. */
  public boolean isCorrection() {
    return signals.stream()
        .map(AgencyItem::localName)
        .anyMatch(signal -> signal.startsWith("correct") || signal.equals("update"));
  }

  /** {@code canceled} of {@code stat:canceled} and of {@code http://…/pubstatusg2/canceled}. */
  private static String localName(String code) {
    int cut = Math.max(code.lastIndexOf(':'), code.lastIndexOf('/'));
    return code.substring(cut + 1).toLowerCase(Locale.ROOT);
  }

  /** Collects the fields of an item. */
  static final class Builder {
    private final Map<String, String> fields = new LinkedHashMap<>();
    final Set<String> creators = new LinkedHashSet<>();
    final Set<Subject> subjects = new LinkedHashSet<>();
    final Set<String> signals = new LinkedHashSet<>();
    String text = "";

    /** Sets a field to the first value that is not blank. */
    Builder set(String field, String value) {
      if (value != null && !value.isBlank()) {
        fields.putIfAbsent(field, value.strip());
      }
      return this;
    }

    AgencyItem build() {
      return new AgencyItem(
          fields, List.copyOf(creators), List.copyOf(subjects), List.copyOf(signals), text);
    }
  }
}
