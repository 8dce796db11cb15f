package org.storywire.processor.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storywire.processor.affair.Membership;
import org.storywire.processor.story.member.Kind;
import org.storywire.processor.story.member.Label;
import org.storywire.processor.story.member.NewItem;

/**
 * One event in the life of a story.
 *
 * @param storyId the story
 * @param revision number of the event within its story: 1, 2, 3… without a gap
 * @param kind what happened
 * @param at event time of what happened
 * @param headline headline that stands for the story after the event
 * @param articleId the article that caused the event; empty where none did
 * @param otherStoryId for MERGED and SPLIT: the other story; for AFFAIR: the one that showed it, if
 *     it was another
 * @param material whether the event brings substance that the story had not carried
 * @param news what is new, weightiest first
 * @param late whether the article came late
 * @param articles articles in the story after the event, copies included
 * @param independent sources that reported independently, after the event
 * @param copies copies in the story after the event
 * @param topics topics of the story after the event, highest score first
 * @param correction for CORRECTED and RETRACTED: what was said before, and what is said now
 * @param affair the affair that the story belongs to after the event; empty while there is no other
 *     story in it
 */
public record StoryEvent(
    String storyId,
    long revision,
    Kind kind,
    Instant at,
    String headline,
    Optional<String> articleId,
    Optional<String> otherStoryId,
    boolean material,
    List<NewItem> news,
    boolean late,
    int articles,
    int independent,
    int copies,
    List<Label> topics,
    Optional<Correction> correction,
    Optional<Membership> affair) {

  /** What can happen to a story. */
  public enum Kind {
    /** First article. */
    OPENED,
    /** Another independent report. */
    COVERAGE,
    /** A syndicated copy. */
    COPY,
    /** An article of the story changed. */
    REVISION,
    /** This story and the other one are one; the younger id redirects to the older. */
    MERGED,
    /** Coverage moved between this story and the other one. */
    SPLIT,
    /** Idle for so long that it counts as over. */
    CLOSED,
    /** Coverage after closing. */
    REOPENED,
    /** A copy in the story has another parent or origin than was said before. */
    ORIGIN_CHANGED,
    /** A copy in the story still carries a passage that its origin has removed. */
    STALE_COPY,
    /** An article that was said to be independent is a copy, or the other way round. */
    CORRECTED,
    /** An editor changed the headline, or gave the choice back. */
    EDITED,
    /** An article was canceled by its source, and leaves the story. */
    RETRACTED,
    /** The story belongs to an affair that it was not said to belong to before. */
    AFFAIR
  }

  /**
   * A verdict that was told and turned out otherwise.
   *
   * @param before ORIGINAL or COPY: what the article counted as
   * @param after ORIGINAL or COPY: what it counts as from now on
   * @param withdrawn whether it had been told as material: that alert is taken back
   */
  public record Correction(
      org.storywire.processor.story.member.Kind before,
      org.storywire.processor.story.member.Kind after,
      boolean withdrawn) {}

  /** The same with the affair as it stands after all events of its cause. */
  StoryEvent in(Optional<Membership> standing) {
    return new StoryEvent(
        storyId,
        revision,
        kind,
        at,
        headline,
        articleId,
        otherStoryId,
        material,
        news,
        late,
        articles,
        independent,
        copies,
        topics,
        correction,
        affair.or(() -> standing));
  }

  /** Copies. */
  public StoryEvent {
    news = List.copyOf(news);
    topics = List.copyOf(topics);
  }
}
