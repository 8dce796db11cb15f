package org.storywire.processor.syndication;

import java.util.Objects;
import java.util.Optional;

/** What an article is. */
public sealed interface CopyVerdict {

  /** Origin of the article's copy tree; the article's own id when it stands alone. */
  String originId();

  /**
   * Reported independently, as far as the window shows.
   *
   * @param originId the article's own id
   * @param nearest evidence for the nearest article that was not near enough
   */
  record Original(String originId, Optional<CopyEvidence> nearest) implements CopyVerdict {

    /** Checks that nothing is missing. */
    public Original {
      Objects.requireNonNull(originId, "originId");
      Objects.requireNonNull(nearest, "nearest");
    }
  }

  /**
   * Text of another article.
   *
   * @param parentId article it was copied from, as far as texts tell
   * @param originId first article of the tree
   */
  record Copy(String parentId, String originId, Relation relation, CopyEvidence evidence)
      implements CopyVerdict {

    /** Checks that nothing is missing. */
    public Copy {
      Objects.requireNonNull(parentId, "parentId");
      Objects.requireNonNull(originId, "originId");
      Objects.requireNonNull(relation, "relation");
      Objects.requireNonNull(evidence, "evidence");
    }
  }

  /**
   * Changed version of an article that is held under the same id.
   *
   * @param evidence what it shares with its predecessor
   * @param copy set if the article, as changed, is a copy of another
   */
  record Revision(String originId, CopyEvidence evidence, Optional<Copy> copy)
      implements CopyVerdict {

    /** Checks that nothing is missing. */
    public Revision {
      Objects.requireNonNull(originId, "originId");
      Objects.requireNonNull(evidence, "evidence");
      Objects.requireNonNull(copy, "copy");
    }
  }

  /**
   * The text of the article that is held under the same id, delivered again.
   *
   * @param originId first article of the held one's tree
   */
  record Unchanged(String originId) implements CopyVerdict {

    /** Checks that nothing is missing. */
    public Unchanged {
      Objects.requireNonNull(originId, "originId");
    }
  }
}
