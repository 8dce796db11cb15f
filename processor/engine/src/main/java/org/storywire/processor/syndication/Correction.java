package org.storywire.processor.syndication;

import java.util.Objects;
import java.util.Optional;

/**
 * News about an article judged before.
 *
 * @param articleId the article it is about
 * @param parentId its parent in the copy tree as it stands now; empty if it is an origin
 * @param originId its origin as it stands now; its own id if it is an origin
 * @param relation its relation to the parent as it stands now
 */
public record Correction(
    Kind kind, String articleId, Optional<String> parentId, String originId, Relation relation) {

  /** Why a correction was sent. */
  public enum Kind {
    /** An earlier article arrived late, or a text changed: parent or origin are others now. */
    TREE,
    /** The origin's revision removed a passage that this copy still carries. */
    STALE_PASSAGE
  }

  /** Checks that nothing is missing. */
  public Correction {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(articleId, "articleId");
    Objects.requireNonNull(parentId, "parentId");
    Objects.requireNonNull(originId, "originId");
    Objects.requireNonNull(relation, "relation");
  }
}
