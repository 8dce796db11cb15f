package org.storywire.processor.affair;

import java.util.Optional;

/** Affairs for those who decide: to read, not to change. */
sealed interface AffairView permits AffairBook {

  /** The affair of a story, announced or not; empty if the story is not known. */
  Optional<Affair> affairOf(String storyId);

  /** How many stories an affair holds. */
  int stories(Affair affair);
}
