package org.storywire.processor.story;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A memory in two maps, from which a follower can be restored. */
final class MapMemory implements StoryMemory {

  final TreeMap<Long, byte[]> articles = new TreeMap<>();
  final Map<String, byte[]> stories = new HashMap<>();
  final Map<String, byte[]> affairs = new HashMap<>();

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

  @Override
  public void putAffair(String affairId, byte[] value) {
    affairs.put(affairId, value);
  }

  @Override
  public void deleteAffair(String affairId) {
    affairs.remove(affairId);
  }

  EditionStories restored(StoryConfig config, StoryModel model) {
    EditionStories follower = new EditionStories(config, model, this);
    affairs.values().forEach(follower::restoreAffair);
    stories.values().forEach(follower::restoreStory);
    articles.forEach(follower::restoreArticle);
    return follower;
  }
}
