package org.storywire.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One entry of RSS, RDF or Atom. */
final class EntryFields {

  private final FeedElement element;
  private final FeedFields fields;
  private final List<FeedElement> media = new ArrayList<>();

  EntryFields(FeedElement element) {
    this.element = element;
    this.fields = new FeedFields(element);
    collectMedia(element);
  }

  Entry read() {
    String language = fields.value("dc:language", "language");
    return new Entry(
        id(),
        link(),
        fields.text("title", "atom:title", "dc:title").or(mediaText("media:title")),
        fields
            .text(
                "description",
                "summary",
                "atom:summary",
                "abstract",
                "dc:description",
                "itunes:summary",
                "itunes:subtitle")
            .or(mediaText("media:description")),
        fields.text("content:encoded", "content", "atom:content", "xhtml:body", "body", "fullitem"),
        fields.date(
            "pubdate",
            "published",
            "issued",
            "atom:published",
            "dcterms:issued",
            "dc:date",
            "dcterms:date"),
        fields.date(
            "updated", "modified", "atom:updated", "dcterms:modified", "dc:date", "pubdate"),
        fields.date("created", "dcterms:created"),
        fields.date("expirationdate", "dcterms:valid"),
        fields.people("author", "atom:author", "dc:creator", "dc:author", "itunes:author"),
        fields.categories(),
        language.isEmpty() ? element.language() : language,
        comments(),
        fields.text("rights", "copyright", "dc:rights", "atom:rights", "dcterms:rights"),
        image(),
        enclosures(),
        mediaAddresses(),
        source());
  }

  private String id() {
    String id = fields.value("guid", "id", "atom:id");
    return id.isEmpty() ? element.about() : id;
  }

  private String link() {
    String original = fields.value("feedburner:origlink");
    String link = original.isEmpty() ? fields.link() : element.resolve(original);
    if (!link.isEmpty()) {
      return link;
    }
    String permanent =
        element
            .first("guid")
            .filter(guid -> !guid.attribute("ispermalink").equalsIgnoreCase("false"))
            .map(FeedElement::value)
            .filter(Addresses::isWeb)
            .orElse("");
    return permanent.isEmpty() ? element.about() : permanent;
  }

  private String comments() {
    return element
        .first("comments")
        .map(FeedElement::address)
        .or(
            () ->
                element.all("link", "atom:link").stream()
                    .filter(
                        link -> link.hasRel("replies") && link.attribute("type").contains("html"))
                    .map(link -> link.address("href"))
                    .findFirst())
        .orElse("");
  }

  private String image() {
    String image = fields.image();
    if (!image.isEmpty()) {
      return image;
    }
    return element
        .first("image")
        .map(
            child ->
                child
                    .first("url")
                    .map(FeedElement::address)
                    .orElseGet(() -> child.has("href") ? child.address("href") : child.address()))
        .orElse("");
  }

  private List<Enclosure> enclosures() {
    List<Enclosure> enclosures = new ArrayList<>();
    for (FeedElement child : element.children()) {
      boolean link = child.name().equals("link") || child.name().equals("atom:link");
      if (child.name().equals("enclosure") || (link && child.hasRel("enclosure"))) {
        add(enclosures, child.address("url", "href"), child);
      }
    }
    for (FeedElement child : media) {
      if (child.name().equals("media:content")
          || child.name().equals("media:thumbnail")
          || child.name().equals("media:peerlink")) {
        add(enclosures, child.address("url", "href"), child);
      }
    }
    return enclosures;
  }

  private static void add(List<Enclosure> enclosures, String url, FeedElement element) {
    boolean known = enclosures.stream().anyMatch(enclosure -> enclosure.url().equals(url));
    if (!url.isEmpty() && !known) {
      enclosures.add(
          new Enclosure(url, element.attribute("type"), element.attribute("length", "filesize")));
    }
  }

  private List<String> mediaAddresses() {
    Set<String> addresses = new LinkedHashSet<>();
    for (FeedElement child : media) {
      addresses.add(child.address("url", "href"));
    }
    addresses.remove("");
    return List.copyOf(addresses);
  }

  private FeedText mediaText(String name) {
    FeedText found = FeedText.NONE;
    for (FeedElement child : media) {
      if (child.name().equals(name)) {
        found = found.or(child.text());
      }
    }
    return found;
  }

  /** Elements of Media RSS, which may stand in groups and contents. */
  private void collectMedia(FeedElement parent) {
    for (FeedElement child : parent.children()) {
      if (child.name().startsWith("media:")) {
        media.add(child);
        collectMedia(child);
      }
    }
  }

  private Optional<EntrySource> source() {
    return element
        .first("source", "atom:source", "dc:source")
        .map(
            source -> {
              FeedFields inner = new FeedFields(source);
              FeedText title = inner.text("title", "atom:title");
              String link = source.has("url") ? source.address("url") : inner.link();
              return new EntrySource(
                  source.children().isEmpty() ? source.text().text() : title.text(),
                  link,
                  inner.value("id", "atom:id"),
                  inner.date("updated", "atom:updated"));
            });
  }
}
