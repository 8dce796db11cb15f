package org.storywire.ingest.agency;

import java.util.Optional;
import org.jsoup.nodes.Element;

/** An article in NITF, the IPTC's XML for texts. */
final class Nitf {

  private Nitf() {}

  static AgencyItem read(Element root) {
    AgencyItem.Builder item = new AgencyItem.Builder();
    item.set("language", Xml.attribute(root, "xml:lang"));
    Xml.at(root, "head").ifPresent(head -> head(head, item));
    Xml.at(root, "body").ifPresent(body -> body(body, item));
    item.set("headline", Xml.text(root, "head", "title"));
    return item.build();
  }

  private static void head(Element head, AgencyItem.Builder item) {
    Xml.all(head, "tobject.subject").forEach(subject -> subject(subject, item));
    Xml.at(head, "docdata").ifPresent(data -> data(data, item));
  }

  private static void subject(Element subject, AgencyItem.Builder item) {
    String code = Xml.attribute(subject, "tobject.subject.refnum");
    code = code == null ? Xml.attribute(subject, "tobject.subject.code") : code;
    for (String part : new String[] {"matter", "detail", "type"}) {
      String name = Xml.attribute(subject, "tobject.subject." + part);
      if (code != null) {
        item.subjects.add(new AgencyItem.Subject(code, Optional.ofNullable(name)));
        return;
      }
      code = name;
    }
    if (code != null) {
      item.subjects.add(new AgencyItem.Subject(code, Optional.empty()));
    }
  }

  private static void data(Element data, AgencyItem.Builder item) {
    item.set("pubStatus", Xml.attribute(data, "management-status"));
    for (Element entry : data.children()) {
      switch (Xml.name(entry)) {
        case "doc-id" -> {
          item.set("guid", Xml.attribute(entry, "id-string"));
          item.set("provider", Xml.attribute(entry, "regsrc"));
        }
        case "date.issue" -> item.set("versionCreated", Xml.attribute(entry, "norm"));
        case "date.release" -> item.set("embargoed", Xml.attribute(entry, "norm"));
        case "urgency" -> item.set("urgency", Xml.attribute(entry, "ed-urg"));
        case "du-key" -> {
          item.set("version", Xml.attribute(entry, "version"));
          item.set("slugline", Xml.attribute(entry, "key"));
        }
        case "correction" -> item.signals.add("correction");
        case "ed-msg" -> item.set("note", Xml.attribute(entry, "info"));
        case "doc.copyright" -> item.set("copyrightNotice", copyright(entry));
        case "identified-content" ->
            Xml.children(entry, "classifier").forEach(c -> classifier(c, item));
        default -> {
          // Routing and series: nothing that a reader of the text needs.
        }
      }
    }
  }

  private static String copyright(Element entry) {
    String holder = Xml.attribute(entry, "holder");
    String year = Xml.attribute(entry, "year");
    return holder == null ? null : year == null ? holder : "Copyright " + year + " " + holder;
  }

  private static void classifier(Element classifier, AgencyItem.Builder item) {
    String type = Xml.attribute(classifier, "type");
    String value = Xml.attribute(classifier, "value");
    String code = Xml.attribute(classifier, "idsrc");
    if (value != null) {
      item.subjects.add(
          new AgencyItem.Subject(
              type == null ? value : type + ":" + value, Optional.ofNullable(code)));
    }
  }

  private static void body(Element body, AgencyItem.Builder item) {
    Xml.at(body, "body.head")
        .ifPresent(
            head -> {
              item.set("headline", Xml.text(head, "hedline", "hl1"));
              item.set("byline", Xml.text(head, "byline"));
              item.set("dateline", Xml.text(head, "dateline"));
              item.set("summary", Xml.text(head, "abstract"));
              item.set("copyrightNotice", Xml.text(head, "rights"));
              item.set("provider", Xml.text(head, "distributor"));
            });
    item.text = Xml.at(body, "body.content").map(MarkedText::of).orElse("");
  }
}
