package org.storywire.ingest.read;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.storywire.ingest.Delivery;
import org.storywire.news.RawArticle;

/**
 * One thing that a source gives.
 *
 * @param kind of source: {@code feed}, {@code page}, {@code agency} and so on
 * @param fetched what the source wrote, by name
 * @param delivery what would be fed; empty where nothing would
 */
record ReadItem(String kind, Map<String, Object> fetched, Optional<Delivery> delivery) {

  /** What we make of it, by name. */
  Map<String, Object> derived() {
    Fields fields = new Fields();
    if (delivery.isPresent() && delivery.get() instanceof Delivery.Found found) {
      RawArticle article = found.article();
      fields
          .put("source", article.getSource())
          .put("nativeId", article.getNativeId())
          .put("url", article.getUrl())
          .put("title", article.getTitle())
          .put("publishedAt", article.getPublishedAt())
          .put("eventAt", found.eventAt())
          .put("letters", article.getBody().length())
          .put("body", article.getBody())
          .put("extra", new TreeMap<>(article.getExtra()));
    } else if (delivery.isPresent() && delivery.get() instanceof Delivery.Bad bad) {
      fields.put("deadLetter", bad.reason()).put("line", bad.line());
    }
    return fields.values();
  }

  /** Fields by name, those without a value left out. */
  static final class Fields {
    private final Map<String, Object> values = new LinkedHashMap<>();

    Fields put(String name, Object value) {
      Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      boolean says =
          plain != null
              && !(plain instanceof String text && text.isBlank())
              && !(plain instanceof Collection<?> all && all.isEmpty())
              && !(plain instanceof Map<?, ?> map && map.isEmpty());
      if (says) {
        boolean json =
            plain instanceof Collection<?>
                || plain instanceof Map<?, ?>
                || plain instanceof Number
                || plain instanceof Boolean;
        values.put(name, json ? plain : plain.toString());
      }
      return this;
    }

    Map<String, Object> values() {
      return values;
    }
  }
}
