package org.storywire.processor.workbench.story;

import org.storywire.processor.story.StoryMemory;

/** Keeps nothing: for replays that are never restored. */
final class ForgetfulMemory implements StoryMemory {

  @Override
  public void putArticle(long sequence, byte[] value) {}

  @Override
  public void deleteArticle(long sequence) {}

  @Override
  public void putStory(String storyId, byte[] value) {}

  @Override
  public void deleteStory(String storyId) {}

  @Override
  public void putAffair(String affairId, byte[] value) {}

  @Override
  public void deleteAffair(String affairId) {}
}
