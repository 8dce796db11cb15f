package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Headlines alone, with the model that ships. */
class ShortTextsTest {

  private final EditionStories follower =
      new EditionStories(StoryConfig.defaults(), StoryModel.shipped(), TrainingPairs.NOTHING);
  private Instant at = Instant.parse("2026-03-01T08:00:00Z");

  private String follow(String id, String headline) {
    at = at.plusSeconds(240);
    return follower
        .follow(Articles.original(id, id + ".example", at.toString(), headline, ""))
        .storyId();
  }

  @Test
  void shouldPutHeadlinesIntoOneStoryWhenTheyTellOfOneEvent() {
    // Given
    String story = follow("a1", "Tanker Ostrava runs aground off Cape Lindmouth");
    follow("b1", "Choir of Hask wins prize in Torvik");
    follow("c1", "Minister Aske presents budget for schools");

    // Then
    assertThat(follow("a2", "Oil leaks from tanker Ostrava aground off Lindmouth"))
        .isEqualTo(story);
    assertThat(follow("a3", "Tugs reach tanker Ostrava, oil nears Lindmouth beaches"))
        .isEqualTo(story);
  }

  @Test
  void shouldKeepHeadlinesApartWhenTheyShareOneWord() {
    // Given
    String story = follow("a1", "Tanker Ostrava runs aground off Cape Lindmouth");

    // Then
    assertThat(follow("b1", "Cape hotel opens its doors to guests again")).isNotEqualTo(story);
    assertThat(follow("c1", "Lindmouth elects its first woman as mayor")).isNotEqualTo(story);
  }
}
