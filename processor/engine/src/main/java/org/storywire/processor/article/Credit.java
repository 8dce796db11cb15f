package org.storywire.processor.article;

import java.util.Objects;

/**
 * Whom an article names as its author or origin.
 *
 * @param name person, place or outlet, as written, or in its full form where it is a known agency
 */
public record Credit(Kind kind, String name) {

  /** In which role somebody is named. */
  public enum Kind {
    /** Author. */
    BYLINE,
    /** Place before the first sentence. */
    DATELINE,
    /** Wire service or other outlet whose text this is. */
    AGENCY,
    /** Republisher the text came through. */
    VIA,
    /** Outlet whose report is retold. */
    REPORTED_BY,
    /** Outlet named by an author's mail address. */
    AUTHOR_ADDRESS
  }

  /** Checks that there is a name. */
  public Credit {
    Objects.requireNonNull(kind, "kind");
    if (name.isBlank()) {
      throw new IllegalArgumentException("illegal credit name: empty, must name " + kind);
    }
  }
}
