package org.storywire.ingest.read;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that a source gives.
 *
 * @param kind of source: {@code feed}, {@code page}, {@code agency} and so on
 * @param fetched what the source wrote, by name
 * @param derived what we make of it, by name
 */
record ReadItem(String kind, Map<String, Object> fetched, Map<String, Object> derived) {

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
