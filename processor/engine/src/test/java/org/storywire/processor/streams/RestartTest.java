package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.streams.Pages.page;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Verdict;

/** What a task knows after a restart is what its stores hold, and that must be everything. */
class RestartTest {

  private static final String NINE = "2026-03-02T09:00:00Z";
  private static final String TEN = "2026-03-02T10:00:00Z";
  private static final String NEXT_DAY = "2026-03-03T09:00:00Z";
  private static final List<RawArticle> PAGES =
      List.of(
          page("ledger.example", "bridge-1", NINE, "Harbour bridge shut", Pages.BRIDGE),
          page("times.example", "sarrin-1", NINE, "Sarrin votes in close race", Pages.ELECTION),
          page("post.example", "copy-1", TEN, "Drivers face weeks of detours", Pages.BRIDGE),
          page("mail.example", "bridge-2", NEXT_DAY, "Repairs cost more", Pages.BRIDGE_FOLLOW_UP),
          page("ledger.example", "bridge-1", NINE, NEXT_DAY, "Harbour bridge shut", Pages.BRIDGE));

  @TempDir Path directory;

  @Test
  void shouldGiveTheSameAnswersWhenEveryArticleMeetsRestartedProcessors() {
    // Given
    List<SpecificRecord> undisturbed = new Stages(directory.resolve("a")).feed(PAGES, stages -> {});

    // When
    List<SpecificRecord> restarted = new Stages(directory.resolve("b")).feed(PAGES, Stages::start);

    // Then
    assertThat(restarted).isEqualTo(undisturbed);
    assertThat(undisturbed)
        .filteredOn(Article.class::isInstance)
        .extracting(record -> ((Article) record).getVerdict())
        .containsExactly(
            Verdict.ORIGINAL, Verdict.ORIGINAL, Verdict.COPY, Verdict.ORIGINAL, Verdict.UNCHANGED);
    assertThat(undisturbed)
        .filteredOn(StoryUpdate.class::isInstance)
        .extracting(record -> ((StoryUpdate) record).getRevision())
        .containsExactly(1L, 1L, 2L, 3L);
  }

  @Test
  void shouldGiveTheSameAnswersWhenTheTaskComesBackToTheSameProcessors() {
    // Given
    List<SpecificRecord> undisturbed = new Stages(directory.resolve("a")).feed(PAGES, stages -> {});

    // When a task is made a standby and active again, Kafka Streams keeps its processors
    List<SpecificRecord> recycled =
        new Stages(directory.resolve("b")).feed(PAGES, Stages::comeBack);

    // Then
    assertThat(recycled).isEqualTo(undisturbed);
  }
}
