package org.storywire.processor.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Coverage;

/** Events since they were last taken, in order, and the stories they touch. */
final class EventLog {

  private final List<StoryEvent> events = new ArrayList<>();
  private final TreeMap<String, StoryEntry> touched = new TreeMap<>();
  private final TreeSet<String> forgotten = new TreeSet<>();

  /** An event that an article caused. */
  void coverage(StoryEntry story, StoryEvent.Kind kind, Coverage coverage) {
    Arrival arrival = coverage.arrival();
    Optional<String> article = Optional.of(arrival.articleId());
    add(
        story,
        kind,
        arrival.at(),
        article,
        Optional.empty(),
        Optional.of(coverage),
        Optional.empty());
  }

  /** An event of a story's life that time or another story caused. */
  void life(StoryEntry story, StoryEvent.Kind kind, Instant at, Optional<String> otherStory) {
    add(story, kind, at, Optional.empty(), otherStory, Optional.empty(), Optional.empty());
  }

  /** Something that became known about an article of the story. */
  void note(StoryEntry story, StoryEvent.Kind kind, Instant at, String articleId) {
    add(
        story,
        kind,
        at,
        Optional.of(articleId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * What was told of an article holds no longer.
   *
   * @param kind CORRECTED or RETRACTED
   */
  void corrected(
      StoryEntry story,
      StoryEvent.Kind kind,
      Instant at,
      String articleId,
      StoryEvent.Correction correction) {
    add(
        story,
        kind,
        at,
        Optional.of(articleId),
        Optional.empty(),
        Optional.empty(),
        Optional.of(correction));
  }

  /** The story belongs to another affair than was said, or to one for the first time. */
  void affair(StoryEntry story, Instant at, Optional<String> shownBy) {
    add(
        story,
        StoryEvent.Kind.AFFAIR,
        at,
        Optional.empty(),
        shownBy,
        Optional.empty(),
        Optional.empty());
  }

  private void add(
      StoryEntry story,
      StoryEvent.Kind kind,
      Instant at,
      Optional<String> articleId,
      Optional<String> otherStory,
      Optional<Coverage> coverage,
      Optional<StoryEvent.Correction> correction) {
    Tally tally = story.tally();
    events.add(
        new StoryEvent(
            story.id(),
            story.nextRevision(),
            kind,
            at,
            story.headline().text(),
            articleId,
            otherStory,
            coverage.isPresent() && coverage.get().material(),
            coverage.map(Coverage::news).orElse(List.of()),
            coverage.isPresent() && coverage.get().late(),
            tally.articles(),
            tally.independent(),
            tally.copies(),
            story.topics(),
            correction,
            kind == StoryEvent.Kind.AFFAIR ? story.affair() : Optional.empty()));
    touched.put(story.id(), story);
  }

  void forgotten(List<String> storyIds) {
    forgotten.addAll(storyIds);
    storyIds.forEach(touched::remove);
  }

  /** Stories that events touched and that are still held, by id. */
  List<StoryEntry> touched() {
    return List.copyOf(touched.values());
  }

  /** Sums up. */
  Followed followed(String storyId, boolean late, Decision decision) {
    List<StoryView> views = touched.values().stream().map(StoryEntry::view).toList();
    List<StoryEvent> told = events.stream().map(this::inAffair).toList();
    return new Followed(storyId, late, decision, told, views, List.copyOf(forgotten));
  }

  private StoryEvent inAffair(StoryEvent event) {
    StoryEntry story = touched.get(event.storyId());
    return story == null ? event : event.in(story.announcedAffair());
  }
}
