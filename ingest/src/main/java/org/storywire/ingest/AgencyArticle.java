package org.storywire.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.storywire.ingest.agency.AgencyItem;
import org.storywire.ingest.date.NewsDate;

/**
 * An agency's item as an input gives an article. All versions of an item have one id, so that a
 * later one is a revision; its status, subjects and terms of use are extras.
 */
final class AgencyArticle {

  private AgencyArticle() {}

  /** The article of an item; empty if the item holds nothing to read, as that of a picture may. */
  static Optional<GivenArticle> of(AgencyItem item) {
    String body = item.text().isEmpty() ? item.summary().orElse("") : item.text();
    boolean readable = !body.isEmpty() || item.headline().isPresent();
    if (!readable && item.status() != AgencyItem.Status.CANCELED) {
      return Optional.empty();
    }
    return Optional.of(
        new GivenArticle(
            item.guid(),
            item.versionCreated().or(item::firstCreated).map(AgencyArticle::time),
            Optional.empty(),
            item.provider(),
            item.guid().filter(id -> id.startsWith("http://") || id.startsWith("https://")),
            item.headline(),
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
    item.version().ifPresent(value -> extra.put("version", value));
    item.kind().ifPresent(value -> extra.put("kind", value));
    item.embargoed().ifPresent(value -> extra.put("embargoed", time(value)));
    item.firstCreated().ifPresent(value -> extra.put("created", time(value)));
    item.language().ifPresent(value -> extra.put("language", value));
    item.urgency().ifPresent(value -> extra.put("urgency", value));
    item.slugline().ifPresent(value -> extra.put("slugline", value));
    item.byline().ifPresent(value -> extra.put("byline", value));
    item.dateline().ifPresent(value -> extra.put("dateline", value));
    item.note().ifPresent(value -> extra.put("note", value));
    item.summary().ifPresent(value -> extra.put("summary", value));
    item.copyrightNotice().ifPresent(value -> extra.put("rights.copyright", value));
    item.usageTerms().ifPresent(value -> extra.put("rights.usage", value));
    if (!item.creators().isEmpty()) {
      extra.put("authors", PageArticle.list(item.creators()));
    }
    if (!item.subjects().isEmpty()) {
      extra.put("subjects", PageArticle.list(codes(item)));
    }
    return extra;
  }

  private static List<String> codes(AgencyItem item) {
    List<String> codes = new ArrayList<>();
    item.subjects().forEach(subject -> codes.add(subject.code()));
    return codes;
  }
}
