package org.storywire.ingest.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.storywire.ingest.page.HtmlText;

/** Items in NewsML-G2, alone or in a news message. */
final class NewsMl {

  private static final Set<String> ITEMS =
      Set.of(
          "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

  private NewsMl() {}

  static boolean isItem(String rootName) {
    return ITEMS.contains(rootName);
  }

  static List<AgencyItem> read(Element root) {
    if (isItem(Xml.name(root))) {
      return List.of(item(root));
    }
    List<AgencyItem> items = new ArrayList<>();
    Xml.children(root, "itemSet")
        .flatMap(set -> set.children().stream())
        .filter(child -> isItem(Xml.name(child)) && !Xml.name(child).equals("packageItem"))
        .forEach(child -> items.add(item(child)));
    return items;
  }

  private static AgencyItem item(Element root) {
    AgencyItem.Builder item = new AgencyItem.Builder();
    item.set("guid", Xml.attribute(root, "guid")).set("version", Xml.attribute(root, "version"));
    Xml.at(root, "itemMeta").ifPresent(meta -> itemMeta(meta, item));
    Xml.at(root, "contentMeta").ifPresent(meta -> contentMeta(meta, item));
    Xml.children(root, "rightsInfo")
        .forEach(
            rights -> {
              item.set("copyrightNotice", Xml.text(rights, "copyrightNotice"));
              item.set("usageTerms", Xml.text(rights, "usageTerms"));
            });
    Xml.at(root, "contentSet").ifPresent(content -> content(content, item));
    item.set("headline", Xml.text(root, "itemMeta", "title"));
    item.set("language", Xml.attribute(root, "xml:lang"));
    return item.build();
  }

  private static void itemMeta(Element meta, AgencyItem.Builder item) {
    for (Element field : meta.children()) {
      switch (Xml.name(field)) {
        case "itemClass" -> item.set("kind", code(field));
        case "provider" -> item.set("provider", codeOrName(field));
        case "versionCreated" -> item.set("versionCreated", field.text());
        case "firstCreated" -> item.set("firstCreated", field.text());
        case "embargoed" -> item.set("embargoed", field.text());
        case "pubStatus" -> item.set("pubStatus", code(field));
        case "edNote" -> item.set("note", field.text());
        case "signal" -> Optional.ofNullable(code(field)).ifPresent(item.signals::add);
        default -> {
          // Links, services, roles: nothing that a reader of the text needs.
        }
      }
    }
  }

  private static void contentMeta(Element meta, AgencyItem.Builder item) {
    for (Element field : meta.children()) {
      switch (Xml.name(field)) {
        case "headline" -> item.set("headline", field.text());
        case "by" -> item.set("byline", field.text());
        case "slugline" -> item.set("slugline", field.text());
        case "dateline" -> item.set("dateline", field.text());
        case "description" -> item.set("summary", field.text());
        case "urgency" -> item.set("urgency", field.text());
        case "language" -> item.set("language", Xml.attribute(field, "tag"));
        case "creator", "contributor" ->
            Optional.ofNullable(nameOrCode(field)).ifPresent(item.creators::add);
        case "subject" ->
            Optional.ofNullable(codeOrName(field))
                .ifPresent(code -> item.subjects.add(new AgencyItem.Subject(code, name(field))));
        default -> {
          // Genre, audience, rating: nothing that a reader of the text needs.
        }
      }
    }
  }

  private static String code(Element field) {
    for (String attribute : List.of("qcode", "uri", "literal", "code")) {
      if (!field.attr(attribute).isBlank()) {
        return field.attr(attribute).strip();
      }
    }
    return null;
  }

  private static Optional<String> name(Element field) {
    return Xml.children(field, "name").map(Element::text).filter(t -> !t.isBlank()).findFirst();
  }

  private static String codeOrName(Element field) {
    String code = code(field);
    return code != null
        ? code
        : name(field).orElse(field.ownText().isBlank() ? null : field.ownText());
  }

  private static String nameOrCode(Element field) {
    return name(field).orElseGet(() -> code(field));
  }

  private static void content(Element content, AgencyItem.Builder item) {
    for (Element part : content.children()) {
      String text =
          switch (Xml.name(part)) {
            case "inlineXML" -> inlineXml(part, item);
            case "inlineData" -> inlineData(part);
            default -> "";
          };
      if (item.text.isEmpty()) {
        item.text = text;
      }
    }
  }

  private static String inlineXml(Element part, AgencyItem.Builder item) {
    Optional<Element> nitf = Xml.children(part, "nitf").findFirst();
    if (nitf.isPresent()) {
      AgencyItem article = Nitf.read(nitf.get());
      item.set("headline", article.get("headline").orElse(null));
      item.set("byline", article.get("byline").orElse(null));
      item.set("dateline", article.get("dateline").orElse(null));
      return article.text();
    }
    return Xml.at(part, "html", "body").map(MarkedText::of).orElseGet(() -> MarkedText.of(part));
  }

  private static String inlineData(Element part) {
    String type = part.attr("contenttype");
    if (part.hasAttr("encoding") || !(type.isEmpty() || type.startsWith("text/"))) {
      return "";
    }
    String data = part.wholeText().strip();
    return type.contains("html") ? HtmlText.of(data) : data;
  }
}
