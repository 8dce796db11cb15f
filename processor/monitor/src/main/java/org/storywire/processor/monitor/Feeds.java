package org.storywire.processor.monitor;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A column as a feed that any reader can follow: Atom (RFC 4287) and JSON Feed 1.1. One entry a
 * story, the latest change first; an entry is updated when its story is.
 */
final class Feeds {

  private static final int ENTRIES = 50;
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final WatchedStories stories;

  Feeds(WatchedStories stories) {
    this.stories = stories;
  }

  /** GET /api/feed.atom. */
  void atom(Context ctx) {
    List<StoryCard> cards = cards(ctx);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "id", "urn:storywire:column:" + query(ctx));
      element(xml, "title", title(ctx));
      element(xml, "updated", updated(cards));
      link(xml, "self", base(ctx) + ctx.path() + "?" + query(ctx));
      for (StoryCard card : cards) {
        entry(xml, card, base(ctx));
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("unable to write XML to memory", e);
    }
    Answers.send(ctx, "application/atom+xml; charset=utf-8", out.toByteArray());
  }

  /** GET /api/feed.json. */
  void json(Context ctx) {
    List<StoryCard> cards = cards(ctx);
    byte[] body =
        MonitorJson.bytes(
            json -> {
              json.writeStartObject();
              json.writeStringField("version", "https://jsonfeed.org/version/1.1");
              json.writeStringField("title", title(ctx));
              json.writeStringField("feed_url", base(ctx) + ctx.path() + "?" + query(ctx));
              json.writeArrayFieldStart("items");
              for (StoryCard card : cards) {
                json.writeStartObject();
                json.writeStringField("id", card.id());
                json.writeStringField("url", address(card, base(ctx)));
                json.writeStringField("title", headline(card));
                json.writeStringField("content_text", summary(card));
                json.writeStringField("date_published", card.firstAt().toString());
                json.writeStringField("date_modified", card.lastAt().toString());
                MonitorJson.strings(json, "tags", tags(card));
                json.writeEndObject();
              }
              json.writeEndArray();
              json.writeEndObject();
            });
    Answers.send(ctx, "application/feed+json; charset=utf-8", body);
  }

  private List<StoryCard> cards(Context ctx) {
    Query query = Parameters.query(ctx, Set.of("token"));
    return stories.page(query, Optional.empty(), ENTRIES).stories().stream()
        .sorted(Comparator.comparing(StoryCard::lastAt).reversed().thenComparing(StoryCard::id))
        .toList();
  }

  private static void entry(XMLStreamWriter xml, StoryCard card, String base)
      throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", "urn:storywire:story:" + card.id());
    element(xml, "title", headline(card));
    element(xml, "updated", card.lastAt().toString());
    element(xml, "published", card.firstAt().toString());
    link(xml, "alternate", address(card, base));
    xml.writeStartElement("author");
    element(xml, "name", card.sources().isEmpty() ? "storywire" : card.sources().get(0));
    xml.writeEndElement();
    for (String tag : tags(card)) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", plain(tag));
    }
    element(xml, "summary", summary(card));
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(plain(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", plain(address));
  }

  /** What XML has no way to write, beyond what {@link SafeText} has taken care of. */
  private static String plain(String text) {
    return SafeText.of(text).replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
  }

  private static String headline(StoryCard card) {
    return card.headline().isEmpty() ? "(no headline)" : card.headline();
  }

  private static String summary(StoryCard card) {
    return (card.latestNews().isEmpty() ? "" : card.latestNews() + " ")
        + "("
        + card.independent()
        + " independent, "
        + card.copies()
        + (card.copies() == 1 ? " copy)" : " copies)");
  }

  private static List<String> tags(StoryCard card) {
    return card.topics().stream().filter(topic -> !topic.implied()).map(ShownTopic::label).toList();
  }

  private static String updated(List<StoryCard> cards) {
    return cards.isEmpty() ? "1970-01-01T00:00:00Z" : cards.get(0).lastAt().toString();
  }

  private static String title(Context ctx) {
    String words = query(ctx);
    return words.isEmpty()
        ? "storywire"
        : "storywire: "
            + SafeText.of(java.net.URLDecoder.decode(words, StandardCharsets.UTF_8), 200);
  }

  private static String query(Context ctx) {
    return ctx.queryString() == null ? "" : ctx.queryString();
  }

  private static String address(StoryCard card, String base) {
    return base
        + "/story/"
        + java.net.URLEncoder.encode(card.id(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Where this monitor was asked, if that is the name of a host. */
  private static String base(Context ctx) {
    try {
      String asked = ctx.scheme() + "://" + ctx.host();
      return new URI(asked).getHost() == null ? "" : asked;
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
