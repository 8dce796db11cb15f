package org.storywire.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.storywire.ingest.agency.AgencyItem;
import org.storywire.ingest.date.NewsDate;

/**
 * An agency's item as an input gives an article. All versions of an item have one id, so that a
 * later one is a revision; its status, subjects and terms of use are extras.
 */
public final class AgencyArticle {

  /** Names of extras where they are not those of the item. */
  private static final Map<String, String> NAMES =
      Map.of(
          "firstCreated", "created",
          "copyrightNotice", "rights.copyright",
          "usageTerms", "rights.usage");

  private static final Set<String> TIMES = Set.of("firstCreated", "embargoed");

  /** What the article itself holds, and what {@code status} says in one word. */
  private static final Set<String> ELSEWHERE =
      Set.of("guid", "versionCreated", "provider", "headline", "pubStatus");

  private AgencyArticle() {}

  /** The article of an item; empty if the item holds nothing to read, as that of a picture may. */
  public static Optional<GivenArticle> of(AgencyItem item) {
    String body = item.text().isEmpty() ? item.get("summary").orElse("") : item.text();
    Optional<String> headline = item.get("headline");
    boolean readable = !body.isEmpty() || headline.isPresent();
    if (!readable && item.status() != AgencyItem.Status.CANCELED) {
      return Optional.empty();
    }
    Optional<String> guid = item.get("guid");
    return Optional.of(
        new GivenArticle(
            guid,
            item.get("versionCreated").or(() -> item.get("firstCreated")).map(AgencyArticle::time),
            Optional.empty(),
            item.get("provider"),
            guid.filter(id -> id.startsWith("http://") || id.startsWith("https://")),
            headline,
            body,
            extra(item)));
  }

  /** A time in the form that inputs have; what cannot be read stays as it is. */
  private static String time(String written) {
    return NewsDate.parse(written).map(date -> date.instant().toString()).orElse(written);
  }

  private static Map<String, String> extra(AgencyItem item) {
    Map<String, String> extra = new TreeMap<>();
    extra.put("status", item.status().name().toLowerCase(Locale.ROOT));
    if (item.isCorrection()) {
      extra.put("correction", "true");
    }
    item.fields()
        .forEach(
            (name, value) -> {
              if (!ELSEWHERE.contains(name)) {
                String said = TIMES.contains(name) ? time(value) : value;
                extra.put(NAMES.getOrDefault(name, name), said);
              }
            });
    putList(extra, "authors", item.creators());
    putList(extra, "subjects", item.subjectCodes());
    return extra;
  }

  private static void putList(Map<String, String> extra, String name, List<String> values) {
    if (!values.isEmpty()) {
      extra.put(name, PageArticle.list(values));
    }
  }
}
