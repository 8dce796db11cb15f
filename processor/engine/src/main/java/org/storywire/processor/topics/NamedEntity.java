package org.storywire.processor.topics;

import java.util.Objects;

/**
 * Somebody or something an article names.
 *
 * @param name the fullest form of the name; a country's English name
 * @param kind what it is
 * @param count how often title and body name it [1..]
 */
public record NamedEntity(String name, Kind kind, int count) {

  /** What a name stands for. */
  public enum Kind {
    /** A human being. */
    PERSON,
    /** A company, authority, party, team or other body. */
    ORGANISATION,
    /** A country, town, region or other place. */
    PLACE,
    /** Anything else, or not known. */
    OTHER
  }

  /** Checks name and count. */
  public NamedEntity {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    if (count < 1) {
      throw new IllegalArgumentException(
          "illegal count of " + name + ": " + count + ", must be at least 1");
    }
  }
}
