package org.storywire.processor.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {

  private static final TopicPartition COPIES = new TopicPartition("copies-changelog", 0);
  private static final TopicPartition STORIES = new TopicPartition("stories-changelog", 0);

  private final RestoreProgress progress = new RestoreProgress();

  @Test
  void shouldTellWhatRemainsWhileStoresAreRestored() {
    // When
    progress.onRestoreStart(COPIES, "copies", 100, 1_100);
    progress.onRestoreStart(STORIES, "stories", 0, 50);
    progress.onBatchRestored(COPIES, "copies", 500, 400);

    // Then
    assertThat(progress.partitions()).isEqualTo(2);
    assertThat(progress.remaining()).isEqualTo(650);
  }

  @Test
  void shouldHaveNothingLeftWhenStoresAreRestoredOrMoved() {
    // Given
    progress.onRestoreStart(COPIES, "copies", 0, 1_000);
    progress.onRestoreStart(STORIES, "stories", 0, 50);

    // When
    progress.onRestoreEnd(COPIES, "copies", 1_000);
    progress.onRestoreSuspended(STORIES, "stories", 10);

    // Then
    assertThat(progress.partitions()).isZero();
    assertThat(progress.remaining()).isZero();
  }
}
