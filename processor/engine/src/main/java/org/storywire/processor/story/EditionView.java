package org.storywire.processor.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.similarity.ComparedArticle;

/** The stories and articles of an edition for those who decide: to read, not to change. */
sealed interface EditionView permits EditionState {

  /** Latest event time seen. */
  Instant clock();

  /** Number of articles held. */
  int articleCount();

  /** Number of stories held, redirects included. */
  int storyCount();

  Optional<Member> article(String id);

  Optional<Story> story(String id);

  /** The story that holds an article. */
  Story storyOf(Member article);

  /** Stories that wait to be closed, longest idle first. */
  SortedSet<? extends Story> open();

  /** Stories in the recent tier, longest idle first. */
  SortedSet<? extends Story> recent();

  /** Stories that are no redirects, longest idle first. */
  SortedSet<? extends Story> byIdleness();

  /** Whether a story has had no coverage for so long. */
  default boolean idle(Story story, Duration duration) {
    return story.lastAt().plus(duration).isBefore(clock());
  }

  /** An arriving article with the rarity of its features as things stand. */
  ComparedArticle weigh(Arrival arrival);

  /** A held article with the rarity of its features as things stand. */
  ComparedArticle weigh(Member article);

  /** The held articles most likely to tell of the same event, most likely first. */
  List<Member> candidates(ComparedArticle article, int most);

  /** An id for a story that an article opens; it was never used before. */
  String freshId(String articleId);
}
