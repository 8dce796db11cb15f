package org.storywire.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.storywire.ingest.markup.WebLinks;

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

  /**
   * The entry as it was read.
   *
   * @param feedAuthors whose it is if it names nobody
   * @param feedLanguage its language if it names none
   */
  FeedEntry read(List<Person> feedAuthors, String feedLanguage) {
    String named = fields.value(FieldNames.LANGUAGE);
    String language = named.isEmpty() ? element.language() : named;
    FeedText summary = fields.text(FieldNames.SUMMARY);
    FeedText description = fields.text(FieldNames.DESCRIPTION).or(mediaText("media:description"));
    FeedText content = fields.text(FieldNames.CONTENT);
    List<Person> authors = fields.people(FieldNames.AUTHOR);
    return new FeedEntry(
        id(),
        link(),
        fields.text(FieldNames.TITLE).or(mediaText("media:title")),
        summary.or(description),
        // Beside a summary, a description is the longer text.
        content.or(summary.isEmpty() ? FeedText.NONE : description),
        fields.date(FieldNames.PUBLISHED),
        fields.date(FieldNames.UPDATED),
        fields.date(FieldNames.CREATED),
        fields.date(FieldNames.EXPIRES),
        authors.isEmpty() ? feedAuthors : authors,
        fields.categories(),
        language.isEmpty() ? feedLanguage : language,
        comments(),
        fields.text(FieldNames.RIGHTS),
        image(),
        enclosures(),
        mediaAddresses(),
        source());
  }

  private String id() {
    String id = fields.value("guid", "id", "atom:id");
    return id.isEmpty() ? element.about() : element.absoluteId(id);
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
            .filter(WebLinks::isWeb)
            .orElse("");
    return permanent.isEmpty() ? element.about() : permanent;
  }

  private String comments() {
    return element
        .first("comments")
        .map(FeedElement::address)
        .filter(address -> WebLinks.isWeb(address) && address.indexOf(' ') < 0)
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
    String original = "";
    for (FeedElement child : element.children()) {
      boolean link = child.name().equals("link") || child.name().equals("atom:link");
      if (child.name().equals("feedburner:origenclosurelink")) {
        original = child.address();
      }
      if (child.name().equals("enclosure") || (link && child.hasRel("enclosure"))) {
        add(enclosures, child.address("url", "href"), child);
      }
    }
    if (!original.isEmpty() && enclosures.size() == 1) {
      Enclosure counted = enclosures.remove(0);
      enclosures.add(new Enclosure(original, counted.type(), counted.length()));
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
              FeedText title = inner.text(FieldNames.TITLE);
              String link = source.has("url") ? source.address("url") : inner.link();
              return new EntrySource(
                  source.children().isEmpty() ? source.text().text() : title.text(),
                  link,
                  inner.value("id", "atom:id"),
                  inner.date(FieldNames.UPDATED));
            });
  }
}
