package org.storywire.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The meta elements of a page, by name, property or itemprop, in lower case. */
final class MetaTags {

  private final Map<String, List<String>> values = new HashMap<>();

  private MetaTags() {}

  static MetaTags of(SelfDescription page) {
    MetaTags tags = new MetaTags();
    for (Element meta : page.metas()) {
      String content = meta.attr("content").strip();
      for (String attribute : List.of("name", "property", "itemprop")) {
        String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !content.isEmpty()) {
          tags.values.computeIfAbsent(name, n -> new ArrayList<>()).add(content);
        }
      }
    }
    return tags;
  }

  /** The first value of the first name that has one. */
  Optional<String> first(String... names) {
    for (String name : names) {
      List<String> found = values.get(name);
      if (found != null) {
        return Optional.of(found.get(0));
      }
    }
    return Optional.empty();
  }

  /** All values of a name. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** All names and their first values. */
  Map<String, List<String>> values() {
    return values;
  }
}
