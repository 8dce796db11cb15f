package org.storywire.ingest.feed;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.storywire.ingest.markup.Table;

/** Names of elements that do not depend on the prefixes a publisher chose: {@code dc:date}. */
final class Namespaces {

  private static final Pattern SLASH = Pattern.compile("[/#]+$");

  /**
   * Prefix by namespace, without scheme, "www" and the last slash; what is not here keeps its own.
   */
  private static final Map<String, String> PREFIXES =
      Table.rows(Namespaces.class, "namespaces.tsv")
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

  private Namespaces() {}

  /**
   * The element's name in small letters. Names of the feed's own format have no prefix, whether or
   * not the feed writes one.
   *
   * @param atom whether the feed is Atom
   */
  static String name(Element element, boolean atom) {
    String tag = element.tagName().toLowerCase(Locale.ROOT);
    int colon = tag.indexOf(':');
    String written = colon < 0 ? "" : tag.substring(0, colon);
    String local = tag.substring(colon + 1);
    String prefix = PREFIXES.getOrDefault(key(element.tag().namespace()), written);
    boolean own = prefix.isEmpty() || (atom && prefix.equals("atom"));
    return own ? local : prefix + ":" + local;
  }

  private static String key(String namespace) {
    if (namespace == null || namespace.equals(Parser.NamespaceXml)) {
      return "none";
    }
    String plain = namespace.strip().toLowerCase(Locale.ROOT);
    String host = plain.substring(plain.indexOf("://") < 0 ? 0 : plain.indexOf("://") + 3);
    return SLASH.matcher(host.startsWith("www.") ? host.substring(4) : host).replaceAll("");
  }
}
