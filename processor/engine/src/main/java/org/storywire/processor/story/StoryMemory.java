package org.storywire.processor.story;

import org.storywire.processor.affair.AffairMemory;

/**
 * Where a {@link EditionStories} writes what it must not forget. What was put and not deleted is
 * what {@link EditionStories#restoreAffair}, {@link EditionStories#restoreStory} and {@link
 * EditionStories#restoreArticle} need.
 */
public interface StoryMemory extends AffairMemory {

  /** Keeps an article, or replaces what was kept under its sequence number. */
  void putArticle(long sequence, byte[] value);

  /** Forgets an article. */
  void deleteArticle(long sequence);

  /** Keeps a story, or replaces what was kept under its id. */
  void putStory(String storyId, byte[] value);

  /** Forgets a story. */
  void deleteStory(String storyId);
}
