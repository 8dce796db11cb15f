package org.storywire.processor.story;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A memory in two maps, from which a follower can be restored. */
final class MapMemory implements StoryMemory {

  final TreeMap<Long, byte[]> articles = new TreeMap<>();
  final Map<String, byte[]> stories = new HashMap<>();

  @Override
  public void putArticle(long sequence, byte[] value) {
    articles.put(sequence, value);
  }

  @Override
  public void deleteArticle(long sequence) {
    articles.remove(sequence);
  }

  @Override
  public void putStory(String storyId, byte[] value) {
    stories.put(storyId, value);
  }

  @Override
  public void deleteStory(String storyId) {
    stories.remove(storyId);
  }

  EditionStories restored(StoryConfig config, StoryModel model) {
    EditionStories follower = new EditionStories(config, model, this);
    stories.values().forEach(follower::restoreStory);
    articles.forEach(follower::restoreArticle);
    return follower;
  }
}
