package org.storywire.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.storywire.ingest.markup.WebLinks;

/** RSS, RDF and Atom: what stands in the head of the feed, and its entries. */
final class XmlFeed {

  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(30),
          "yearly", Duration.ofDays(365));

  private final FeedLimits limits;

  XmlFeed(FeedLimits limits) {
    this.limits = limits;
  }

  Feed read(FeedElement root, String charset, boolean complete) {
    FeedElement channel = root.isAtom() ? root : root.first("channel").orElse(root);
    FeedFields fields = new FeedFields(channel);
    String named = fields.value(FieldNames.LANGUAGE);
    String language = named.isEmpty() ? channel.language() : named;
    String link = link(channel, fields);
    List<Person> authors = fields.people(FieldNames.FEED_AUTHOR);
    // Entries of Atom that name nobody have the feed's authors (RFC 4287, section 4.2.1).
    List<Person> inherited = root.isAtom() ? authors : List.of();
    List<FeedEntry> entries =
        elements(root, link).stream()
            .limit(limits.entries())
            .map(element -> new EntryFields(element).read(inherited, language))
            .toList();
    return new Feed(
        format(root),
        version(root),
        charset,
        complete,
        fields.text(FieldNames.TITLE),
        fields.text(FieldNames.FEED_DESCRIPTION),
        fields.text(List.of("info")),
        id(root, channel, fields),
        link,
        language,
        fields.date(FieldNames.PUBLISHED),
        fields.date(FieldNames.UPDATED),
        authors,
        fields.categories(),
        fields.text(FieldNames.RIGHTS),
        image(root, channel, fields),
        polling(channel, fields),
        entries);
  }

  /** Relative addresses of RSS are those of the site, whose host is often not that of the feed. */
  private static List<FeedElement> elements(FeedElement root, String link) {
    if (root.name().equals("entry")) {
      return List.of(root);
    }
    if (root.isAtom()) {
      return root.deep("entry");
    }
    List<FeedElement> items = root.deep("item");
    return WebLinks.isWeb(link) ? items.stream().map(item -> item.basedOn(link)).toList() : items;
  }

  private static FeedFormat format(FeedElement root) {
    if (root.isAtom()) {
      return FeedFormat.ATOM;
    }
    return root.name().equals("rdf:rdf") || root.name().equals("rdf")
        ? FeedFormat.RDF
        : FeedFormat.RSS;
  }

  private static String version(FeedElement root) {
    String written = root.attribute("version");
    return switch (format(root)) {
      case ATOM -> root.namespace().contains("purl.org/atom/ns") ? "0.3" : "1.0";
      case RDF -> root.children().stream().anyMatch(XmlFeed::isNetscape) ? "0.90" : "1.0";
      default -> written;
    };
  }

  private static boolean isNetscape(FeedElement child) {
    return child.namespace().contains("netscape.com");
  }

  private static String id(FeedElement root, FeedElement channel, FeedFields fields) {
    String id = fields.value("id", "atom:id", "guid");
    return id.isEmpty() && !root.isAtom() ? channel.about() : channel.absoluteId(id);
  }

  private static String link(FeedElement channel, FeedFields fields) {
    String link = fields.link();
    return link.isEmpty() ? channel.resolve(channel.about()) : link;
  }

  private static String image(FeedElement root, FeedElement channel, FeedFields fields) {
    return channel
        .first("image")
        .or(() -> root.first("image"))
        .map(
            image ->
                image
                    .first("url")
                    .map(FeedElement::address)
                    .orElse(image.address("rdf:resource", "href", "url")))
        .filter(address -> !address.isEmpty())
        .orElseGet(fields::image);
  }

  private static Polling polling(FeedElement channel, FeedFields fields) {
    List<FeedElement> links = channel.all("link", "atom:link");
    Optional<Duration> ttl = number(fields.value("ttl")).map(Duration::ofMinutes);
    return new Polling(
        ttl,
        period(fields),
        hours(channel),
        days(channel),
        links.stream()
            .filter(link -> link.hasRel("hub"))
            .map(link -> link.address("href"))
            .distinct()
            .toList(),
        links.stream()
            .filter(link -> link.hasRel("self"))
            .map(link -> link.address("href"))
            .findFirst());
  }

  private static Optional<Duration> period(FeedFields fields) {
    Duration period = PERIODS.get(fields.value("sy:updateperiod").toLowerCase(Locale.ROOT));
    long times = number(fields.value("sy:updatefrequency")).filter(n -> n > 0).orElse(1L);
    return Optional.ofNullable(period).map(length -> length.dividedBy(times));
  }

  /** Hours are 0 to 23, but some feeds count them from 1 to 24. */
  private static Set<Integer> hours(FeedElement channel) {
    Set<Integer> hours = new TreeSet<>();
    for (FeedElement list : channel.all("skiphours")) {
      for (FeedElement hour : list.all("hour")) {
        number(hour.value()).filter(n -> n <= 24).ifPresent(n -> hours.add((int) (n % 24)));
      }
    }
    return hours;
  }

  private static Set<DayOfWeek> days(FeedElement channel) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (FeedElement list : channel.all("skipdays")) {
      for (FeedElement day : list.all("day")) {
        String name = day.value().toUpperCase(Locale.ROOT);
        for (DayOfWeek known : DayOfWeek.values()) {
          if (known.name().equals(name)) {
            days.add(known);
          }
        }
      }
    }
    return days;
  }

  /** A whole number of at most six digits. */
  private static Optional<Long> number(String text) {
    return text.matches("\\d{1,6}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
