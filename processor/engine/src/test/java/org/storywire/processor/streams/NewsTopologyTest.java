package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.streams.Pages.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

/** The production topology with its production properties, on Kafka's test driver. */
class NewsTopologyTest extends TopologyTest {

  private static final String NINE = "2026-03-02T09:00:00Z";
  private static final String TEN = "2026-03-02T10:00:00Z";
  private static final String NEXT_DAY = "2026-03-03T09:00:00Z";

  @Test
  void shouldMatchTheGoldenDescriptionWhenBuilt() throws IOException {
    // Given
    Path golden = Path.of("src/test/resources/topology.txt");

    // When
    String description = topology.describe().toString();
    Files.writeString(Path.of("target/topology.txt"), description); // to look at, and to copy

    // Then
    assertThat(description).isEqualTo(Files.readString(golden));
  }

  @Test
  void shouldOpenOneStoryWhenTwoOutletsReportOneEvent() {
    // When
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE));
    feed(
        page(
            "times.example",
            "bridge-2",
            NEXT_DAY,
            "Harbour bridge repairs to cost 4.2 million",
            Pages.BRIDGE_FOLLOW_UP));
    feed(page("times.example", "sarrin-1", NEXT_DAY, "Sarrin votes in close race", Pages.ELECTION));

    // Then
    List<Article> judged = articles.readValuesToList();
    assertThat(judged).extracting(Article::getVerdict).containsOnly(Verdict.ORIGINAL);
    assertThat(judged.get(1).getStoryId()).isEqualTo(judged.get(0).getStoryId());
    assertThat(judged.get(2).getStoryId()).isNotEqualTo(judged.get(0).getStoryId());
    List<StoryUpdate> events = updates.readValuesToList();
    assertThat(events)
        .extracting(StoryUpdate::getKind)
        .containsExactly(UpdateKind.OPENED, UpdateKind.COVERAGE, UpdateKind.OPENED);
    assertThat(events).extracting(StoryUpdate::getRevision).containsExactly(1L, 2L, 1L);
    assertThat(events.get(1).getMaterial()).isTrue();
    assertThat(events.get(1).getNews())
        .extracting(item -> item.getText())
        .anySatisfy(text -> assertThat(text).contains("second crack"));
    assertThat(stories.readKeyValuesToMap().get(judged.get(0).getStoryId()))
        .satisfies(
            story -> {
              assertThat(story.getArticles()).isEqualTo(2);
              assertThat(story.getState()).isEqualTo(StoryState.OPEN);
              assertThat(story.getRevision()).isEqualTo(2);
            });
  }

  @Test
  void shouldPointAtTheOriginWhenAnOutletRunsACopyUnderAnotherHeadline() {
    // When
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE));
    feed(page("post.example", "copy-1", TEN, "Drivers face weeks of detours", Pages.BRIDGE));

    // Then
    List<Article> judged = articles.readValuesToList();
    Article copy = judged.get(1);
    assertThat(copy.getVerdict()).isEqualTo(Verdict.COPY);
    assertThat(copy.getCopyOf()).isEqualTo(judged.get(0).getArticleId());
    assertThat(copy.getCopyEvidence().getContainment()).isGreaterThan(0.9);
    assertThat(Pages.BRIDGE).contains(copy.getCopyEvidence().getPassage().substring(0, 60));
    StoryUpdate event = updates.readValuesToList().get(1);
    assertThat(event.getKind()).isEqualTo(UpdateKind.COPY);
    assertThat(event.getMaterial()).isFalse();
    assertThat(event.getNews()).isEmpty();
    assertThat(event.getIndependent()).isEqualTo(1);
    assertThat(event.getCopies()).isEqualTo(1);
  }

  @Test
  void shouldJoinWithoutAlertWhenAnArticleComesLate() {
    // When
    feed(page("ledger.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE));
    feed(page("far.example", "sarrin-1", "2026-03-06T09:00:00Z", "Sarrin votes", Pages.ELECTION));
    feed(
        page(
            "times.example",
            "bridge-2",
            NEXT_DAY,
            "2026-03-06T10:00:00Z",
            "Harbour bridge repairs to cost 4.2 million",
            Pages.BRIDGE_FOLLOW_UP));

    // Then
    List<Article> judged = articles.readValuesToList();
    assertThat(judged.get(2).getLate()).isTrue();
    assertThat(judged.get(2).getStoryId()).isEqualTo(judged.get(0).getStoryId());
    StoryUpdate last = updates.readValuesToList().get(2);
    assertThat(last.getLate()).isTrue();
    assertThat(last.getMaterial()).isFalse();
  }

  @Test
  void shouldCarryTraceAndEventHeadersWhenSending() {
    // Given
    RawArticle bridge = page("ledger.example", "bridge-1", NINE, "Bridge shut", Pages.BRIDGE);

    // When
    feed(bridge);

    // Then
    TestRecord<String, StoryUpdate> update = updates.readRecord();
    assertThat(header(update, "traceparent")).startsWith("00-" + bridge.getTraceId() + "-");
    assertThat(header(update, "ce_id")).isEqualTo(update.value().getEventId());
    assertThat(header(update, "ce_type")).isEqualTo("storywire.story-update");
    assertThat(update.getRecordTime()).isEqualTo(Instant.parse(NINE));
  }
}
