package org.storywire.processor.affair;

import java.util.Optional;

/**
 * The affair that a story belongs to from now on.
 *
 * @param affairId stable id of the affair
 * @param reason why, in an English sentence; empty while the affair is not announced
 * @param formerId the announced affair that it belonged to before and that is one with this
 */
public record Membership(
    String storyId, String affairId, String reason, Optional<String> formerId) {

  /** The same without what it was before. */
  public Membership settled() {
    return new Membership(storyId, affairId, reason, Optional.empty());
  }

  /** Whether readers know of the affair. */
  public boolean announced() {
    return !reason.isEmpty();
  }
}
