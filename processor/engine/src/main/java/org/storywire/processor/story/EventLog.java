package org.storywire.processor.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Events of one arrival, in order, and the stories they touch. */
final class EventLog {

  private final EditionState state;
  private final List<StoryEvent> events = new ArrayList<>();
  private final TreeMap<String, HeldStory> touched = new TreeMap<>();
  private final TreeSet<String> forgotten = new TreeSet<>();

  EventLog(EditionState state) {
    this.state = state;
  }

  /** An event that an article caused. */
  void article(
      HeldStory story,
      StoryEvent.Kind kind,
      Arrival arrival,
      boolean late,
      boolean material,
      List<NewItem> news) {
    add(
        story,
        kind,
        arrival.at(),
        Optional.of(arrival.articleId()),
        Optional.empty(),
        material,
        news,
        late);
  }

  /** An event of a story's life that time or another story caused. */
  void life(HeldStory story, StoryEvent.Kind kind, Instant at, Optional<String> otherStory) {
    add(story, kind, at, Optional.empty(), otherStory, false, List.of(), false);
  }

  /** Something that became known about an article of the story. */
  void note(HeldStory story, StoryEvent.Kind kind, Instant at, String articleId) {
    add(story, kind, at, Optional.of(articleId), Optional.empty(), false, List.of(), false);
  }

  private void add(
      HeldStory story,
      StoryEvent.Kind kind,
      Instant at,
      Optional<String> articleId,
      Optional<String> otherStory,
      boolean material,
      List<NewItem> news,
      boolean late) {
    events.add(
        new StoryEvent(
            story.id(),
            story.nextRevision(),
            kind,
            at,
            story.headline().text(),
            articleId,
            otherStory,
            material,
            news,
            late,
            story.articles(),
            story.independent(),
            story.copies(),
            story.topics()));
    touched.put(story.id(), story);
  }

  void forgotten(List<String> storyIds) {
    forgotten.addAll(storyIds);
    storyIds.forEach(touched::remove);
  }

  /** Writes the touched stories down and sums up. */
  Followed finish(String storyId, boolean late, Decision decision) {
    touched.values().forEach(state::save);
    List<StoryView> views = touched.values().stream().map(HeldStory::view).toList();
    return new Followed(storyId, late, decision, events, views, List.copyOf(forgotten));
  }
}
