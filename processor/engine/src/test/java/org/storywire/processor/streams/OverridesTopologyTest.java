package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.storywire.processor.streams.Pages.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storywire.news.Article;
import org.storywire.news.OverrideKind;
import org.storywire.news.RawArticle;
import org.storywire.news.Story;
import org.storywire.news.StoryOverride;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

/** What an editor decides is carried out in its place, told, kept, and taken back by another. */
class OverridesTopologyTest extends TopologyTest {

  private static final String NINE = "2026-03-02T09:00:00Z";
  private static final String NEXT_DAY = "2026-03-03T09:00:00Z";
  private static final RawArticle BRIDGE =
      page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE);
  private static final RawArticle FOLLOW_UP =
      page(
          "times.example",
          "bridge-2",
          NEXT_DAY,
          "Harbour bridge repairs to cost millions",
          Pages.BRIDGE_FOLLOW_UP);
  private static final RawArticle ELECTION =
      page("post.example", "sarrin-1", NINE, "Sarrin votes in close race", Pages.ELECTION);

  private final Map<String, Article> latest = new HashMap<>();
  private final Map<String, Story> current = new HashMap<>();
  private List<StoryUpdate> events = List.of();

  private void read() {
    articles.readValuesToList().forEach(article -> latest.put(article.getNativeId(), article));
    stories.readKeyValuesToList().forEach(story -> current.put(story.key, story.value));
    events = updates.readValuesToList();
  }

  private String id(String nativeId) {
    return latest.get(nativeId).getArticleId();
  }

  private String storyOf(String nativeId) {
    String id = latest.get(nativeId).getStoryId();
    Story story = current.get(id);
    return story.getState() == StoryState.MERGED ? story.getRedirectTo() : id;
  }

  private void decide(
      String id, OverrideKind kind, List<String> articleIds, String other, String headline) {
    StoryOverride override =
        StoryOverride.newBuilder()
            .setOverrideId(id)
            .setEdition("en")
            .setKind(kind)
            .setArticleIds(articleIds)
            .setOtherArticleId(other)
            .setHeadline(headline)
            .setBy("night desk")
            .setAt(Instant.parse(NEXT_DAY))
            .build();
    overrides.pipeInput("en", override);
    read();
  }

  @Test
  void shouldMakeStoriesOneWhenEditorSaysSo() {
    // Given
    feed(BRIDGE);
    feed(ELECTION);
    read();
    String leaving = storyOf("sarrin-1");

    // When
    decide("o1", OverrideKind.SAME_STORY, List.of(id("sarrin-1")), id("bridge-1"), null);

    // Then
    assertThat(events)
        .extracting(StoryUpdate::getKind, StoryUpdate::getOverrideId, StoryUpdate::getArticles)
        .containsExactlyInAnyOrder(
            tuple(UpdateKind.MERGED, "o1", 1), tuple(UpdateKind.MERGED, "o1", 2));
    assertThat(storyOf("sarrin-1")).isEqualTo(storyOf("bridge-1")).isNotEqualTo(leaving);
    assertThat(current.get(leaving).getState()).isEqualTo(StoryState.MERGED);
    assertThat(latest.get("sarrin-1").getStoryId()).isEqualTo(storyOf("bridge-1"));
    assertThat(latest.get("sarrin-1").getCorrections()).isEqualTo(1);
  }

  @Test
  void shouldTakeMergerBackWhenSameArticlesAreSentOut() {
    // Given
    feed(BRIDGE);
    feed(ELECTION);
    read();
    String own = storyOf("sarrin-1");
    decide("o1", OverrideKind.SAME_STORY, List.of(id("sarrin-1")), id("bridge-1"), null);

    // When
    decide("o2", OverrideKind.OTHER_STORY, List.of(id("sarrin-1")), id("bridge-1"), null);

    // Then
    assertThat(storyOf("sarrin-1")).isEqualTo(own).isNotEqualTo(storyOf("bridge-1"));
    assertThat(current.get(own).getState()).isEqualTo(StoryState.OPEN);
    assertThat(current.get(own).getHeadline()).isEqualTo("Sarrin votes in close race");
    assertThat(current.get(storyOf("bridge-1")).getArticles()).isEqualTo(1);
    assertThat(events).extracting(StoryUpdate::getKind).containsOnly(UpdateKind.SPLIT);
  }

  @Test
  void shouldSendArticleAndItsCopiesOutWhenItIsNotOfTheStory() {
    // Given
    feed(BRIDGE);
    feed(FOLLOW_UP);
    feed(page("copy.example", "c-1", NEXT_DAY, "Repair bill", Pages.BRIDGE_FOLLOW_UP));
    read();
    String story = storyOf("bridge-1");
    assertThat(storyOf("bridge-2")).isEqualTo(story);

    // When
    decide("o1", OverrideKind.OTHER_STORY, List.of(id("bridge-2")), id("bridge-1"), null);

    // Then
    assertThat(storyOf("bridge-1")).isEqualTo(story);
    assertThat(storyOf("bridge-2")).isNotEqualTo(story).isEqualTo(storyOf("c-1"));
    assertThat(current.get(story).getIndependent()).isEqualTo(1);
    assertThat(current.get(storyOf("bridge-2")).getCopies()).isEqualTo(1);
  }

  @Test
  void shouldCountAsReportWhenEditorSaysItIsNoCopyUntilChoiceIsGivenBack() {
    // Given
    feed(BRIDGE);
    feed(page("copy.example", "c-1", NEXT_DAY, "Bridge shut", Pages.BRIDGE));
    read();
    assertThat(latest.get("c-1").getVerdict()).isEqualTo(Verdict.COPY);

    // When
    decide("o1", OverrideKind.NOT_COPY, List.of(id("c-1")), null, null);
    List<StoryUpdate> told = events;
    feed(page("copy.example", "c-1", NEXT_DAY, "Bridge shut", Pages.BRIDGE + " More follows."));
    feed(page("third.example", "c-2", NEXT_DAY, "Bridge shut", Pages.BRIDGE));
    read();
    Article revised = latest.get("c-1");
    int independent = current.get(storyOf("bridge-1")).getIndependent();
    decide("o2", OverrideKind.COPY_OF, List.of(id("c-1")), null, null);

    // Then
    assertThat(told)
        .extracting(
            StoryUpdate::getKind,
            StoryUpdate::getVerdict,
            StoryUpdate::getIndependent,
            StoryUpdate::getOverrideId)
        .containsExactly(tuple(UpdateKind.CORRECTED, Verdict.ORIGINAL, 2, "o1"));
    assertThat(revised.getVerdict()).isEqualTo(Verdict.REVISION);
    assertThat(revised.getCopyOf()).isNull();
    assertThat(independent).isEqualTo(2);
    assertThat(latest.get("c-1").getCopyOf()).isEqualTo(id("bridge-1"));
    assertThat(current.get(storyOf("bridge-1")).getIndependent()).isEqualTo(1);
  }

  @Test
  void shouldCountAsCopyWhenEditorSaysSo() {
    // Given
    feed(BRIDGE);
    feed(FOLLOW_UP);
    read();

    // When
    decide("o1", OverrideKind.COPY_OF, List.of(id("bridge-2")), id("bridge-1"), null);
    List<StoryUpdate> told = events;
    Article copy = latest.get("bridge-2");
    decide("o1", OverrideKind.COPY_OF, List.of(id("bridge-2")), id("bridge-1"), null);

    // Then
    assertThat(told)
        .extracting(StoryUpdate::getKind, StoryUpdate::getVerdict, StoryUpdate::getCopies)
        .containsExactly(tuple(UpdateKind.CORRECTED, Verdict.COPY, 1));
    assertThat(copy.getVerdict()).isEqualTo(Verdict.COPY);
    assertThat(copy.getCopyGroup()).isEqualTo(id("bridge-1"));
    assertThat(copy.getCorrections()).isEqualTo(1);
    assertThat(events).isEmpty();
  }

  @Test
  void shouldKeepHeadlineWhenEditorChoseItUntilItIsGivenBack() {
    // Given
    feed(BRIDGE);
    read();

    // When
    decide("o1", OverrideKind.HEADLINE, List.of(id("bridge-1")), null, "Bridge closed for weeks");
    List<StoryUpdate> chosen = events;
    feed(FOLLOW_UP);
    read();
    String kept = current.get(storyOf("bridge-1")).getHeadline();
    decide("o2", OverrideKind.HEADLINE, List.of(id("bridge-1")), null, null);

    // Then
    assertThat(chosen)
        .extracting(StoryUpdate::getKind, StoryUpdate::getHeadline)
        .containsExactly(tuple(UpdateKind.EDITED, "Bridge closed for weeks"));
    assertThat(kept).isEqualTo("Bridge closed for weeks");
    assertThat(current.get(storyOf("bridge-1")).getHeadline())
        .isEqualTo("Harbour bridge shut over crack");
  }

  @Test
  void shouldChangeNothingWhenDecisionComesTwice() {
    // Given
    feed(BRIDGE);
    feed(ELECTION);
    read();
    decide("o1", OverrideKind.SAME_STORY, List.of(id("sarrin-1")), id("bridge-1"), null);
    Map<String, Story> before = Map.copyOf(current);

    // When
    decide("o1", OverrideKind.SAME_STORY, List.of(id("sarrin-1")), id("bridge-1"), null);

    // Then
    assertThat(events).isEmpty();
    assertThat(current).isEqualTo(before);
  }

  @Test
  void shouldSayWhyWhenArticleIsNotHeld() {
    // Given
    feed(BRIDGE);
    read();

    // When
    decide("o1", OverrideKind.SAME_STORY, List.of("nobody"), id("bridge-1"), null);
    decide("o2", OverrideKind.OTHER, List.of(id("bridge-1")), null, null);
    decide("o3", OverrideKind.HEADLINE, List.of(), null, "Bridge");
    decide("o4", OverrideKind.OTHER_STORY, List.of(id("bridge-1")), null, null);
    decide("o5", OverrideKind.NOT_COPY, List.of("nobody"), null, null);
    decide("o6", OverrideKind.COPY_OF, List.of(id("bridge-1")), id("bridge-1"), null);

    // Then
    assertThat(events).isEmpty();
    assertThat(deadLetters.readRecordsToList())
        .extracting(
            letter ->
                new String(
                    letter.headers().lastHeader("__streams.errors.message").value(),
                    StandardCharsets.UTF_8))
        .satisfiesExactly(
            message -> assertThat(message).contains("o1", "nobody"),
            message -> assertThat(message).contains("o2", "kind"),
            message -> assertThat(message).contains("o3", "no article"),
            message -> assertThat(message).contains("o4", "otherArticleId"),
            message -> assertThat(message).contains("o5", "not in the copy window"),
            message -> assertThat(message).contains("o6", "the same article"));
  }
}
