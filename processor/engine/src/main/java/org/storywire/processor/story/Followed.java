package org.storywire.processor.story;

import java.util.List;

/**
 * What became of an article.
 *
 * @param storyId story it belongs to
 * @param late whether it came later than allowed
 * @param decision why this story
 * @param events what happened, in order, to this story and others (idle ones that closed, merged
 *     ones); the event that the article itself caused is among them
 * @param views every story that {@code events} touches, as it stands afterwards, by id
 * @param forgotten ids of stories that are no longer held, by id
 */
public record Followed(
    String storyId,
    boolean late,
    Decision decision,
    List<StoryEvent> events,
    List<StoryView> views,
    List<String> forgotten) {

  /** Copies. */
  public Followed {
    events = List.copyOf(events);
    views = List.copyOf(views);
    forgotten = List.copyOf(forgotten);
  }
}
