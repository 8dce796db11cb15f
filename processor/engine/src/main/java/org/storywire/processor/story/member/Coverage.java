package org.storywire.processor.story.member;

import java.util.List;

/**
 * An arriving article and what is to be said of it.
 *
 * @param kept sentences that the story remembers of it
 * @param late whether it came later than allowed
 * @param material whether it brings substance that the story had not carried
 * @param news what is new in it, weightiest first
 */
public record Coverage(
    Arrival arrival, KeptSentences kept, boolean late, boolean material, List<NewItem> news) {

  /** An article that brings nothing of its own. */
  public static Coverage silent(Arrival arrival, boolean late) {
    return new Coverage(arrival, KeptSentences.NONE, late, false, List.of());
  }
}
