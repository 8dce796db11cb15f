package org.storywire.ingest.date;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.storywire.ingest.markup.Table;

/** Time zones by the names that dates give them, from {@code zone-names.tsv}. */
final class ZoneNames {

  private static final Map<String, ZoneId> ZONES =
      Table.rows(ZoneNames.class, "zone-names.tsv")
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get(0).toLowerCase(Locale.ROOT), row -> ZoneId.of(row.get(1))));

  private static final Map<String, ZoneId> REGIONS =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> id.indexOf('/') > 0)
          .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), ZoneId::of));

  private static final Pattern OFFSET = Pattern.compile("(?<=\\d)([+-]\\d\\d:\\d\\d)$");
  private static final Pattern REGION =
      Pattern.compile("(?<![a-z])[a-z]+/[a-z_/]*[a-z](?:[+-]\\d{1,2})?(?!\\w)");

  /** A zone behind a time, but a mere word in front of it. */
  private static final String AT = "at";

  private ZoneNames() {}

  /** Takes an offset that stands right behind a day, as in XML Schema's dates. */
  static Optional<ZoneId> takeOffset(DateText text) {
    return text.take(OFFSET).map(m -> ofOffset(m.group(1)));
  }

  /** Takes a region, or finds a word that names a zone. */
  static Optional<ZoneId> take(DateText text) {
    return text.take(REGION)
        .flatMap(m -> named(m.group()))
        .or(
            () ->
                text.words().stream()
                    .filter(word -> !word.equals(AT))
                    .flatMap(word -> named(word).stream())
                    .findFirst());
  }

  static Optional<ZoneId> named(String name) {
    return Optional.ofNullable(ZONES.getOrDefault(name, REGIONS.get(name)));
  }

  /**
   * The zone of a written offset: {@code +2}, {@code -0500}, {@code +05:30}.
   *
   * @throws DateTimeException if it is more than 18 hours
   */
  static ZoneId ofOffset(String offset) {
    String digits = offset.substring(1).replace(":", "");
    int number = Integer.parseInt(digits);
    int minutes = digits.length() <= 2 ? number * 60 : number / 100 * 60 + number % 100;
    return ZoneOffset.ofTotalSeconds((offset.charAt(0) == '-' ? -60 : 60) * minutes);
  }
}
