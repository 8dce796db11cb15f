package org.storywire.processor.story;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.storywire.processor.story.member.Member;

/** A story as those see it who decide; only {@link StoryBook} changes it. */
sealed interface Story permits StoryEntry {

  String id();

  StoryView.State state();

  /** Whether only names, streets and rare terms of its articles are kept. */
  boolean thin();

  StoryHeadline headline();

  /** Articles held, in the order they came. */
  List<Member> members();

  /** Counts and times, as the articles say. */
  Tally tally();

  /** Ids that redirect to this story. */
  Set<String> redirects();

  /** Whether an editor made it one: no rule splits it. */
  boolean bound();

  /** Whether an editor told it apart from another: no rule merges the two. */
  boolean apartFrom(Story other);

  /** Event time of the earliest article. */
  default Instant firstAt() {
    return tally().firstAt();
  }

  /** Event time of the latest article. */
  default Instant lastAt() {
    return tally().lastAt();
  }
}
