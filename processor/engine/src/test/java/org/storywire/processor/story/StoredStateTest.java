package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storywire.processor.StateFiles;

class StoredStateTest {

  private final Map<String, Map<String, byte[]>> state = StateFiles.read(StateFiles.TODAY);
  private final Map<String, byte[]> stories = state.get("story-stories");
  private final Map<String, byte[]> articles = state.get("story-articles");

  @Test
  void shouldWriteTheSameBytesWhenHeldStoriesAreReadAndWrittenAgain() {
    assertThat(stories)
        .isNotEmpty()
        .allSatisfy(
            (key, value) -> assertThat(HeldStory.fromBytes(value).toBytes()).isEqualTo(value));
  }

  @Test
  void shouldWriteTheSameBytesWhenHeldArticlesAreReadAndWrittenAgain() {
    assertThat(articles)
        .isNotEmpty()
        .allSatisfy(
            (key, value) -> {
              long sequence = Long.parseUnsignedLong(key.substring("en/".length()), 16);
              HeldArticle.Stored stored = HeldArticle.fromBytes(sequence, value);
              stored.article().moveTo(new HeldStory(stored.storyId(), stored.article().at));
              assertThat(stored.article().toBytes()).isEqualTo(value);
            });
  }
}
