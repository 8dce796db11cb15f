package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storywire.processor.StateFiles;
import org.storywire.processor.story.member.Member;

class StoredStateTest {

  private final Map<String, Map<String, byte[]>> state = StateFiles.read(StateFiles.TODAY);
  private final Map<String, byte[]> stories = state.get("story-stories");
  private final Map<String, byte[]> articles = state.get("story-articles");

  @Test
  void shouldWriteTheSameBytesWhenStoriesAreReadAndWrittenAgain() {
    assertThat(stories)
        .isNotEmpty()
        .allSatisfy(
            (key, value) -> assertThat(StoryEntry.fromBytes(value).toBytes()).isEqualTo(value));
  }

  @Test
  void shouldWriteTheSameBytesWhenArticlesOfStoriesAreReadAndWrittenAgain() {
    assertThat(articles)
        .isNotEmpty()
        .allSatisfy(
            (key, value) -> {
              long sequence = Long.parseUnsignedLong(key.substring("en/".length()), 16);
              Member.Stored stored = Member.fromBytes(sequence, value);
              assertThat(stored.member().toBytes(stored.storyId())).isEqualTo(value);
            });
  }
}
