package org.storywire.processor.story.member;

import java.util.Objects;
import java.util.Optional;

/**
 * What an article counts as in its story.
 *
 * @param copy whether it is the text of another article
 * @param parent for a copy: the article that it copies; empty if none is known
 */
public record Standing(boolean copy, Optional<String> parent) {

  /** Checks that nothing is missing. */
  public Standing {
    Objects.requireNonNull(parent, "parent");
  }

  /** Standing of an article by the parent it has, if any. */
  public static Standing of(Optional<String> parent) {
    return new Standing(parent.isPresent(), parent);
  }

  /** The verdict that this comes to. */
  public Kind kind() {
    return copy ? Kind.COPY : Kind.ORIGINAL;
  }
}
