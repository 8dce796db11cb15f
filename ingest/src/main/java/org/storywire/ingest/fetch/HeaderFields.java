package org.storywire.ingest.fetch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Header fields of an answer, byte for byte as they came; names in any case. */
public final class HeaderFields {

  private final Map<String, List<String>> fields;

  private HeaderFields(Map<String, List<String>> fields) {
    this.fields = Collections.unmodifiableMap(fields);
  }

  /** Fields with one value each. */
  public static HeaderFields of(Map<String, String> fields) {
    Builder builder = new Builder();
    fields.forEach(builder::add);
    return builder.build();
  }

  /** The first field of a name. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** All fields of a name, in their order. */
  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeaderFields that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }

  /** Collects fields. */
  static final class Builder {
    private final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    void add(String name, String value) {
      fields.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    HeaderFields build() {
      return new HeaderFields(fields);
    }
  }
}
