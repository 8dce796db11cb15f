package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storywire.processor.story.features.IntTable;
import org.storywire.processor.story.similarity.PairFeature;
import org.storywire.processor.story.similarity.PriorFrequencies;

/** Mergers and splits, with a model that looks at nothing but shared words. */
class StoryUnionTest {

  private final MapMemory memory = new MapMemory();
  private final StoryModel model = wordsOnly();
  private final EditionStories follower = new EditionStories(StoryConfig.defaults(), model, memory);
  private final List<StoryEvent> events = new ArrayList<>();
  private Instant at = Instant.parse("2026-03-01T00:00:00Z");

  private static StoryModel wordsOnly() {
    double[] weights = new double[PairFeature.COUNT];
    weights[PairFeature.WORDS.ordinal()] = 20;
    return new StoryModel(
        "words-only",
        0.5,
        new StoryModel.Weights(-4, weights),
        new StoryModel.Weights(-4, weights),
        StoryModel.Weights.none(StoryEvidence.COUNT),
        Map.of("en", PriorFrequencies.of(1000, new IntTable(0), 1)));
  }

  private Followed follow(String id, String words) {
    return follow(id, "", words);
  }

  private Followed follow(String id, String title, String words) {
    at = at.plus(Duration.ofHours(1));
    Followed followed =
        follower.follow(Articles.original(id, id + ".example", at.toString(), title, words));
    events.addAll(followed.events());
    return followed;
  }

  private void assertNoGaps() {
    Map<String, Long> last = new HashMap<>();
    for (StoryEvent event : events) {
      assertThat(event.revision()).isEqualTo(last.getOrDefault(event.storyId(), 0L) + 1);
      last.put(event.storyId(), event.revision());
    }
  }

  private void twoStoriesThatGrowTogether() {
    follow("a1", "pon qan ril tamo");
    follow("b1", "uver volk wint xara");
    follow("a2", "pon qan ril tamo uver volk");
  }

  @Test
  void shouldMergeWhenArticleShowsThatTwoStoriesAreOne() {
    // Given
    twoStoriesThatGrowTogether();
    assertThat(follower.storyOf("b1")).contains("s-b1");

    // When
    Followed followed = follow("b2", "pon qan uver volk wint xara");

    // Then
    assertThat(followed.storyId()).isEqualTo("s-a1");
    assertThat(followed.events())
        .extracting(StoryEvent::kind, StoryEvent::storyId)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(StoryEvent.Kind.MERGED, "s-b1"),
            org.assertj.core.groups.Tuple.tuple(StoryEvent.Kind.MERGED, "s-a1"),
            org.assertj.core.groups.Tuple.tuple(StoryEvent.Kind.COVERAGE, "s-a1"));
    assertThat(followed.events().get(0).otherStoryId()).contains("s-a1");
    assertThat(follower.storyOf("b1")).contains("s-a1");
    assertThat(followed.views())
        .anySatisfy(
            view -> {
              assertThat(view.storyId()).isEqualTo("s-b1");
              assertThat(view.state()).isEqualTo(StoryView.State.MERGED);
              assertThat(view.redirectTo()).contains("s-a1");
            });
    assertThat(followed.events().get(2).articles()).isEqualTo(4);
    assertNoGaps();
  }

  @Test
  void shouldNotMergeWhenEditorToldStoriesApart() {
    // Given
    twoStoriesThatGrowTogether();
    follower.rule(new Ruling.SameStory("b1", "a1"));
    follower.rule(new Ruling.OtherStory(List.of("b1"), "a1"));
    EditionStories restarted = memory.restored(StoryConfig.defaults(), model);

    // When
    follow("b2", "pon qan uver volk wint xara");
    restarted.follow(
        Articles.original("b2", "b2.example", at.toString(), "", "pon qan uver volk wint xara"));

    // Then
    assertThat(follower.storyOf("b1")).isNotEqualTo(follower.storyOf("a1"));
    assertThat(restarted.storyOf("b1")).isNotEqualTo(restarted.storyOf("a1"));
  }

  @Test
  void shouldNotSplitWhenEditorMadeStoriesOne() {
    // Given
    follow("a1", "pon qan ril tamo");
    follow("a2", "pon qan ril tamo seno");
    follow("b1", "uver volk wint xara");
    follower.rule(new Ruling.SameStory("b1", "a1"));
    EditionStories restarted = memory.restored(StoryConfig.defaults(), model);

    // When
    follow("b2", "uver volk wint xara yaro");
    restarted.follow(
        Articles.original("b2", "b2.example", at.toString(), "", "uver volk wint xara yaro"));

    // Then
    assertThat(follower.storyOf("b1")).isEqualTo(follower.storyOf("a1"));
    assertThat(restarted.storyOf("b1")).isEqualTo(restarted.storyOf("a1"));
    assertThat(events).extracting(StoryEvent::kind).doesNotContain(StoryEvent.Kind.SPLIT);
  }

  @Test
  void shouldNotMergeWhenRoundUpIsLikeTwoStories() {
    // Given
    follow("a1", "pon qan ril tamo");
    follow("b1", "uver volk wint xara");

    // When
    Followed followed = follow("roundup", "pon qan ril tamo uver volk wint xara");

    // Then
    assertThat(followed.events())
        .extracting(StoryEvent::kind)
        .containsExactly(StoryEvent.Kind.COVERAGE);
    assertThat(follower.storyOf("a1")).isNotEqualTo(follower.storyOf("b1"));
  }

  private void twoStoriesToldTwice() {
    follow("a1", "pon qan ril tamo");
    follow("b1", "uver volk wint xara");
    follow("a2", "pon qan ril tamo seno");
    follow("b2", "uver volk wint xara yaro");
  }

  @Test
  void shouldMergeWhenHeadlineNamesWhatBothStoriesNamed() {
    // Given
    twoStoriesToldTwice();

    // When
    follow("joint", "pon wint", "pon qan ril tamo uver volk wint xara");

    // Then
    assertThat(follower.storyOf("b1")).contains("s-a1");
    assertThat(follower.storyOf("b2")).contains("s-a1");
    assertNoGaps();
  }

  @Test
  void shouldNotMergeWhenHeadlineOfRoundUpNamesOneStory() {
    // Given
    twoStoriesToldTwice();

    // When
    follow("roundup", "pon qan", "pon qan ril tamo uver volk wint xara");

    // Then
    assertThat(follower.storyOf("a1")).isNotEqualTo(follower.storyOf("b1"));
  }

  @Test
  void shouldSplitWhenCoverageShowsTwoEventsInOneStory() {
    // Given: x was taken into the story of a1, which then went on without it
    follow("a1", "pon qan ril tamo seno");
    follow("x", "pon qan yaro zenk");
    follow("a2", "ril tamo seno bela cono");
    follow("a3", "ril tamo seno bela cono dira");
    follow("a4", "ril tamo seno bela cono elfa");
    follow("a5", "ril tamo seno bela cono gira");
    assertThat(follower.storyOf("x")).contains("s-a1");

    // When
    Followed followed = follow("y", "yaro zenk huma");

    // Then
    assertThat(followed.events())
        .extracting(StoryEvent::kind)
        .containsExactly(StoryEvent.Kind.SPLIT, StoryEvent.Kind.SPLIT, StoryEvent.Kind.COVERAGE);
    assertThat(followed.storyId()).isEqualTo("s-x");
    assertThat(follower.storyOf("x")).contains("s-x");
    assertThat(follower.storyOf("a5")).contains("s-a1");
    assertThat(followed.events().get(1).articles()).isEqualTo(5);
    assertThat(followed.events().get(2).articles()).isEqualTo(2);
    assertNoGaps();
  }

  @Test
  void shouldResolveRedirectsAfterRestart() {
    // Given
    twoStoriesThatGrowTogether();
    follow("b2", "pon qan uver volk wint xara");

    // When
    EditionStories restored = memory.restored(StoryConfig.defaults(), model);

    // Then
    assertThat(restored.storyOf("b1")).contains("s-a1");
    assertThat(restored.storyCount()).isEqualTo(follower.storyCount());
  }
}
