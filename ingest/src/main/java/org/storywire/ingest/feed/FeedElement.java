package org.storywire.ingest.feed;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.storywire.ingest.markup.DecodedText;
import org.storywire.ingest.markup.LenientXml;
import org.storywire.ingest.markup.WebLinks;

/** An element of a feed with what it inherits: base address and language. */
final class FeedElement {

  private static final int HTML_DEPTH = 200;

  /** Relations of Atom may be written in full. */
  private static final String IANA = "http://www.iana.org/assignments/relation/";

  private final Element element;
  private final boolean atom;
  private final String name;
  private final String base;
  private final String language;
  private final boolean ownBase;
  private List<FeedElement> children;

  private FeedElement(
      Element element, boolean atom, String base, String language, boolean ownBase) {
    this.ownBase = ownBase || element.hasAttr("xml:base");
    this.element = element;
    this.atom = atom;
    this.name = Namespaces.name(element, atom);
    this.base =
        element.hasAttr("xml:base") ? WebLinks.resolve(base, element.attr("xml:base")) : base;
    this.language = element.hasAttr("xml:lang") ? element.attr("xml:lang").strip() : language;
  }

  static FeedElement root(Element element, String base, String language) {
    return new FeedElement(
        element, LenientXml.local(element).matches("feed|entry"), base, language, false);
  }

  /** This element with another base, unless it or one around it sets its own. */
  FeedElement basedOn(String other) {
    return ownBase ? this : new FeedElement(element, atom, other, language, false);
  }

  String name() {
    return name;
  }

  boolean isAtom() {
    return atom;
  }

  /** The address of its namespace, empty if there is none. */
  String namespace() {
    String namespace = element.tag().namespace();
    return namespace == null || namespace.equals(Parser.NamespaceXml) ? "" : namespace;
  }

  /** Whether a link has a relation; one without any is an alternate. */
  boolean hasRel(String relation) {
    String rel = attribute("rel").toLowerCase(Locale.ROOT);
    String plain = rel.startsWith(IANA) ? rel.substring(IANA.length()) : rel;
    return plain.isEmpty()
        ? relation.equals("alternate")
        : List.of(plain.split("\\s+")).contains(relation);
  }

  /** The language that holds here, from this element or one around it; empty if none is given. */
  String language() {
    return language;
  }

  List<FeedElement> children() {
    if (children == null) {
      children =
          element.children().stream()
              .map(child -> new FeedElement(child, atom, base, language, ownBase))
              .toList();
    }
    return children;
  }

  /** The first child of the first of some names that there is. */
  Optional<FeedElement> first(String... names) {
    for (String wanted : names) {
      for (FeedElement child : children()) {
        if (child.name.equals(wanted)) {
          return Optional.of(child);
        }
      }
    }
    return Optional.empty();
  }

  /** The children of some names, in the feed's order. */
  List<FeedElement> all(String... names) {
    return children().stream().filter(child -> List.of(names).contains(child.name)).toList();
  }

  /** All elements of a name below this one; they may be nested where an end tag is missing. */
  List<FeedElement> deep(String wanted) {
    List<FeedElement> found = new ArrayList<>();
    collect(wanted, found);
    return found;
  }

  private void collect(String wanted, List<FeedElement> found) {
    for (FeedElement child : children()) {
      if (child.name.equals(wanted)) {
        found.add(child);
      }
      child.collect(wanted, found);
    }
  }

  /** The first attribute of some names that has a value, else empty. */
  String attribute(String... names) {
    for (String wanted : names) {
      String value = element.attributes().getIgnoreCase(wanted).strip();
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /**
   * The address that RDF says this element is about, under whatever prefix; empty if it says none.
   */
  String about() {
    return element.attributes().asList().stream()
        .filter(
            attribute ->
                attribute.getKey().equals("about") || attribute.getKey().endsWith(":about"))
        .map(attribute -> attribute.getValue().strip())
        .findFirst()
        .orElse("");
  }

  boolean has(String attribute) {
    return element.attributes().hasKeyIgnoreCase(attribute);
  }

  /** Its text, with that of the elements in it, without space around. */
  String value() {
    return element.wholeText().strip();
  }

  /** Its own text as an absolute address, empty if there is none. */
  String address() {
    return resolve(value());
  }

  /** An attribute as an absolute address, empty if there is none. */
  String address(String... attributes) {
    return resolve(attribute(attributes));
  }

  String resolve(String address) {
    return address.isEmpty() ? "" : WebLinks.resolve(base, address);
  }

  /** An id of Atom is an absolute address; one that begins with a slash was cut short. */
  String absoluteId(String id) {
    return atom && id.startsWith("/") ? resolve(id) : id;
  }

  /** Its content as plain text, by what its attributes say of its kind, or what it looks like. */
  FeedText text() {
    String type = attribute("type").toLowerCase(Locale.ROOT);
    String mode = attribute("mode").toLowerCase(Locale.ROOT);
    boolean inline = element.childrenSize() > 0;
    if (mode.equals("base64") || (atom && isBinary(type) && !inline)) {
      return base64(type);
    }
    if (inline) {
      return FeedMarkup.of(element, base, language);
    }
    String text = element.wholeText();
    if (isMarkup(type, mode, text)) {
      return FeedMarkup.of(text, base, language, HTML_DEPTH);
    }
    return FeedMarkup.literal(text, language);
  }

  private boolean isMarkup(String type, String mode, String text) {
    if (!atom) {
      return FeedMarkup.looksLikeMarkup(text);
    }
    return type.contains("html")
        || (type.isEmpty() && mode.equals("escaped") && FeedMarkup.looksLikeMarkup(text));
  }

  private static boolean isBinary(String type) {
    return type.contains("/")
        && !type.startsWith("text/")
        && !type.contains("xml")
        && !type.contains("html");
  }

  private FeedText base64(String type) {
    String encoded = element.wholeText();
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(encoded.strip());
      String text = DecodedText.of(bytes, null).text();
      boolean markup = type.contains("html") || FeedMarkup.looksLikeMarkup(text);
      return markup
          ? FeedMarkup.of(text, base, language, HTML_DEPTH)
          : FeedMarkup.literal(text, language);
    } catch (IllegalArgumentException e) {
      return FeedMarkup.literal(encoded, language);
    }
  }
}
