package org.storywire.ingest.agency;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An item as an agency sent it, in the agency's own words.
 *
 * @param guid the agency's id, the same for all versions of an item
 * @param version version of the item, most often a number that rises
 * @param kind what it is, as {@code text}, {@code ninat:picture}
 * @param headline headline
 * @param byline who wrote it, as one line
 * @param slugline few words that name the affair
 * @param dateline place and day at the beginning of the text
 * @param language language tag
 * @param urgency from 1, most urgent, to 9
 * @param pubStatus as {@code usable}, {@code stat:canceled}
 * @param versionCreated when this version was made, as written
 * @param firstCreated when the first version was made, as written
 * @param embargoed not to be published before, as written
 * @param provider who sends it: code, address or name
 * @param creators names of people and organisations
 * @param subjects what it is about
 * @param copyrightNotice copyright in words
 * @param usageTerms what it may be used for, in words
 * @param note note to editors
 * @param summary abstract or description
 * @param signals instructions to the receiver, as {@code sig:correction}
 * @param text text without markup, paragraphs parted by blank lines; empty if it has none
 */
public record AgencyItem(
    Optional<String> guid,
    Optional<String> version,
    Optional<String> kind,
    Optional<String> headline,
    Optional<String> byline,
    Optional<String> slugline,
    Optional<String> dateline,
    Optional<String> language,
    Optional<String> urgency,
    Optional<String> pubStatus,
    Optional<String> versionCreated,
    Optional<String> firstCreated,
    Optional<String> embargoed,
    Optional<String> provider,
    List<String> creators,
    List<Subject> subjects,
    Optional<String> copyrightNotice,
    Optional<String> usageTerms,
    Optional<String> note,
    Optional<String> summary,
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

  public AgencyItem {
    creators = List.copyOf(creators);
    subjects = List.copyOf(subjects);
    signals = List.copyOf(signals);
  }

  /** Whether the item may be published; an item that says nothing may. */
  public Status status() {
    String said = pubStatus.map(AgencyItem::localName).orElse("");
    return switch (said) {
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
    private final Map<String, String> fields = new HashMap<>();
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

    private Optional<String> get(String field) {
      return Optional.ofNullable(fields.get(field));
    }

    AgencyItem build() {
      return new AgencyItem(
          get("guid"),
          get("version"),
          get("kind"),
          get("headline"),
          get("byline"),
          get("slugline"),
          get("dateline"),
          get("language"),
          get("urgency"),
          get("pubStatus"),
          get("versionCreated"),
          get("firstCreated"),
          get("embargoed"),
          get("provider"),
          List.copyOf(creators),
          List.copyOf(subjects),
          get("copyrightNotice"),
          get("usageTerms"),
          get("note"),
          get("summary"),
          List.copyOf(signals),
          text);
    }
  }
}
