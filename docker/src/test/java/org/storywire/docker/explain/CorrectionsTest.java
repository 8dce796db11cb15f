package org.storywire.docker.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;

/** Updates are literal, one partition a list: stories of a flood, of which article "dam" is one. */
class CorrectionsTest {

  @Test
  void shouldTakeTheHighestRevisionWhenOneStoryTellsAll() {
    // Given: the wire's report came last, and is the older one
    List<StoryUpdate> flood =
        List.of(copyOf("post", "s-flood", 3, "09:00"), copyOf("wire", "s-flood", 7, "08:00"));

    // When
    Map<UpdateKind, Articles.Later> last = read(flood, List.of());

    // Then
    assertThat(last).containsOnlyKeys(UpdateKind.ORIGIN_CHANGED);
    assertThat(parent(last)).contains("wire");
  }

  @Test
  void shouldTakeTheLastWordOnTheParentWhenAVerdictIsCorrectedAndThenItsOrigin() {
    // Given: told as a report, then as the post's copy, then as the wire's
    StoryUpdate corrected =
        update(UpdateKind.CORRECTED, "s-flood", 3, "09:00")
            .setArticleId("dam")
            .setCopyOf("post")
            .build();

    // When
    Map<UpdateKind, Articles.Later> last =
        read(List.of(corrected, copyOf("wire", "s-flood", 7, "08:00")), List.of());

    // Then
    assertThat(last).containsOnlyKeys(UpdateKind.ORIGIN_CHANGED);
    assertThat(parent(last)).contains("wire");
  }

  @Test
  void shouldTakeTheLatestTellingWhenStoriesAreToldAnew() {
    // Given: a processor with another application id, which has not got as far as the first
    List<StoryUpdate> stays =
        List.of(
            opened("s-flood"),
            merged("s-flood", 9, "s-dam"),
            copyOf("post", "s-flood", 10, "10:00"),
            opened("s-flood"),
            merged("s-flood", 4, "s-dam"),
            copyOf("wire", "s-flood", 5, "08:00"));
    List<StoryUpdate> leaves =
        List.of(
            opened("s-dam"),
            copyOf("post", "s-dam", 6, "10:00"),
            merged("s-dam", 7, "s-flood"),
            opened("s-dam"),
            copyOf("post", "s-dam", 2, "09:00"),
            merged("s-dam", 3, "s-flood"));

    // When
    Map<UpdateKind, Articles.Later> last = read(stays, leaves);
    Map<UpdateKind, Articles.Later> lastOtherwise = read(leaves, stays);

    // Then
    assertThat(parent(last)).contains("wire");
    assertThat(lastOtherwise).isEqualTo(last);
  }

  @Test
  void shouldTakeTheSurvivorsWordWhenStoriesMergedInWhicheverOrderPartitionsAreRead() {
    // Given: the wire's report came last, and is the oldest of all
    List<StoryUpdate> leaves =
        List.of(copyOf("post", "s-dam", 2, "09:00"), merged("s-dam", 3, "s-flood"));
    List<StoryUpdate> stays =
        List.of(merged("s-flood", 9, "s-dam"), copyOf("wire", "s-flood", 10, "08:00"));

    // When
    Map<UpdateKind, Articles.Later> last = read(stays, leaves);
    Map<UpdateKind, Articles.Later> lastInOrder = read(leaves, stays);

    // Then
    assertThat(parent(last)).contains("wire");
    assertThat(lastInOrder).isEqualTo(last);
  }

  @Test
  void shouldTakeWhatWasSaidInBetweenWhenStoriesSplitAndMergedAgain() {
    // Given
    List<StoryUpdate> stays =
        List.of(
            copyOf("post", "s-flood", 5, "10:00"),
            split("s-flood", 6, "s-dam"),
            merged("s-flood", 7, "s-dam"));
    List<StoryUpdate> leaves =
        List.of(
            split("s-dam", 1, "s-flood"),
            copyOf("wire", "s-dam", 2, "08:00"),
            merged("s-dam", 3, "s-flood"));

    // When
    Map<UpdateKind, Articles.Later> last = read(leaves, stays);
    Map<UpdateKind, Articles.Later> lastInOrder = read(stays, leaves);

    // Then
    assertThat(parent(last)).contains("wire");
    assertThat(lastInOrder).isEqualTo(last);
  }

  @Test
  void shouldTakeTheLastStoryWhenTheArticleMovedTwiceWithoutAWordInBetween() {
    // Given
    List<StoryUpdate> river =
        List.of(merged("s-river", 4, "s-flood"), copyOf("wire", "s-river", 5, "07:00"));
    List<StoryUpdate> others =
        List.of(
            copyOf("post", "s-dam", 2, "09:00"),
            merged("s-dam", 3, "s-flood"),
            merged("s-flood", 9, "s-dam"),
            merged("s-flood", 10, "s-river"));

    // When
    Map<UpdateKind, Articles.Later> last = read(river, others);

    // Then
    assertThat(parent(last)).contains("wire");
  }

  @Test
  void shouldTakeLaterEventTimeWhenNothingTiesTheStories() {
    // Given
    List<StoryUpdate> anew = List.of(copyOf("wire", "s-dam+", 2, "20:00"));
    List<StoryUpdate> forgotten = List.of(copyOf("post", "s-dam", 8, "09:00"));

    // When
    Map<UpdateKind, Articles.Later> last = read(anew, forgotten);

    // Then
    assertThat(parent(last)).contains("wire");
  }

  @Test
  void shouldLeaveOutWhatIsSaidOfOtherArticlesAndAtArrival() {
    // Given
    StoryUpdate arrival = copyOf("post", "s-flood", 2, "09:00");
    arrival.setKind(UpdateKind.COPY);
    StoryUpdate ofAnother = copyOf("post", "s-flood", 3, "09:00");
    ofAnother.setArticleId("weir");

    // When
    Map<UpdateKind, Articles.Later> last = read(List.of(arrival, ofAnother), List.of());

    // Then
    assertThat(last).isEmpty();
  }

  private static Map<UpdateKind, Articles.Later> read(
      List<StoryUpdate> partition, List<StoryUpdate> next) {
    Corrections corrections = new Corrections("dam");
    partition.forEach(corrections::add);
    next.forEach(corrections::add);
    return corrections.last();
  }

  private static Optional<String> parent(Map<UpdateKind, Articles.Later> last) {
    return last.get(UpdateKind.ORIGIN_CHANGED).parentId();
  }

  private static StoryUpdate copyOf(String parent, String story, long revision, String time) {
    return update(UpdateKind.ORIGIN_CHANGED, story, revision, time)
        .setArticleId("dam")
        .setCopyOf(parent)
        .build();
  }

  private static StoryUpdate opened(String story) {
    return update(UpdateKind.OPENED, story, 1, "07:30").build();
  }

  private static StoryUpdate merged(String story, long revision, String other) {
    return update(UpdateKind.MERGED, story, revision, "11:00").setOtherStoryId(other).build();
  }

  private static StoryUpdate split(String story, long revision, String other) {
    return update(UpdateKind.SPLIT, story, revision, "10:30").setOtherStoryId(other).build();
  }

  private static StoryUpdate.Builder update(
      UpdateKind kind, String story, long revision, String time) {
    return StoryUpdate.newBuilder()
        .setEventId(story + "/" + revision)
        .setTraceId("t-" + time)
        .setStoryId(story)
        .setRevision(revision)
        .setKind(kind)
        .setAt(Instant.parse("2026-03-02T" + time + ":00Z"))
        .setHeadline("Dam at Ilmen holds");
  }
}
