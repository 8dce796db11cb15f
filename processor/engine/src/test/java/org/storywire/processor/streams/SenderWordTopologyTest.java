package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.storywire.processor.streams.Pages.page;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Topic;
import org.storywire.news.UpdateKind;
import org.storywire.news.UsageStatus;
import org.storywire.news.Verdict;

/** What agencies say beside their texts: kills, embargoes, corrections and subjects. */
class SenderWordTopologyTest extends TopologyTest {

  private static final String NINE = "2026-03-02T09:00:00Z";
  private static final String TEN = "2026-03-02T10:00:00Z";
  private static final String ELEVEN = "2026-03-02T11:00:00Z";
  private static final RawArticle BRIDGE =
      page("coastwire.example", "bridge-1", NINE, "Harbour bridge shut over crack", Pages.BRIDGE);
  private static final RawArticle COPY =
      page("ledger.example", "copy-1", TEN, "Harbour bridge shut over crack", Pages.BRIDGE);
  private static final RawArticle FOLLOW_UP =
      page(
          "times.example",
          "bridge-2",
          TEN,
          "Harbour bridge repairs to cost millions",
          Pages.BRIDGE_FOLLOW_UP);

  private static RawArticle says(RawArticle article, Map<String, String> word) {
    return RawArticle.newBuilder(article).setExtra(word).build();
  }

  private static RawArticle kill(String id, String body) {
    RawArticle note = page("coastwire.example", id, ELEVEN, "KILL: harbour bridge", body);
    return says(note, Map.of("status", "canceled", "version", "2", "language", "en-GB"));
  }

  private Map<String, Article> latest() {
    Map<String, Article> latest = new HashMap<>();
    articles.readValuesToList().forEach(article -> latest.put(article.getNativeId(), article));
    return latest;
  }

  @Test
  void shouldTakeArticleOutOfItsStoryAndNameItsCopiesWhenAgencyKillsIt() {
    // Given
    feed(BRIDGE);
    feed(COPY);
    String story = updates.readValuesToList().get(0).getStoryId();
    stories.readValuesToList();

    // When
    feed(kill("bridge-1", ""));

    // Then
    assertThat(updates.readValuesToList())
        .extracting(
            StoryUpdate::getKind,
            StoryUpdate::getSource,
            StoryUpdate::getStatus,
            StoryUpdate::getArticles)
        .containsExactly(
            tuple(UpdateKind.RETRACTED, "coastwire.example", UsageStatus.CANCELED, 1),
            tuple(UpdateKind.STALE_COPY, "ledger.example", null, 1));
    Article killed = latest().get("bridge-1");
    assertThat(killed.getStatus()).isEqualTo(UsageStatus.CANCELED);
    assertThat(killed.getVerdict()).isEqualTo(Verdict.REVISION);
    assertThat(killed.getRevision()).isEqualTo(1);
    assertThat(killed.getStoryId()).isEqualTo(story);
    List<Story> told = stories.readValuesToList();
    assertThat(told.get(told.size() - 1).getArticleIds())
        .hasSize(1)
        .doesNotContain(killed.getArticleId());
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void shouldForgetStoryWhenItsOnlyArticleIsKilled() {
    // Given
    feed(BRIDGE);
    StoryUpdate opened = updates.readValue();
    stories.readValue();

    // When
    feed(kill("bridge-1", Pages.BRIDGE));

    // Then
    StoryUpdate retracted = updates.readValue();
    assertThat(retracted.getKind()).isEqualTo(UpdateKind.RETRACTED);
    assertThat(retracted.getArticles()).isZero();
    assertThat(retracted.getWithdrawn()).isEqualTo(opened.getMaterial());
    var tombstone = stories.readKeyValue();
    assertThat(tombstone.key).isEqualTo(opened.getStoryId());
    assertThat(tombstone.value).isNull();
  }

  @Test
  void shouldTellTextAgainWhenAgencyBringsKilledArticleBack() {
    // Given
    feed(BRIDGE);
    feed(kill("bridge-1", ""));
    updates.readValuesToList();

    // When
    feed(BRIDGE);

    // Then
    assertThat(updates.readValuesToList())
        .extracting(StoryUpdate::getKind)
        .containsExactly(UpdateKind.OPENED);
    assertThat(latest().get("bridge-1").getRevision()).isEqualTo(2);
  }

  @Test
  void shouldOnlySayThatItIsCanceledWhenKilledArticleWasNeverSeen() {
    // When
    feed(kill("unseen", "Editors, please kill this."));

    // Then
    assertThat(latest().get("unseen").getStatus()).isEqualTo(UsageStatus.CANCELED);
    assertThat(updates.isEmpty()).isTrue();
    assertThat(stories.isEmpty()).isTrue();
  }

  @Test
  void shouldMarkArticleAndUpdateWhenItIsEmbargoed() {
    // When
    feed(says(BRIDGE, Map.of("status", "usable", "embargoed", ELEVEN)));

    // Then
    assertThat(latest().get("bridge-1").getEmbargoedUntil()).isEqualTo(ELEVEN);
    StoryUpdate update = updates.readValue();
    assertThat(update.getStatus()).isEqualTo(UsageStatus.WITHHELD);
    assertThat(update.getEmbargoedUntil()).isEqualTo(ELEVEN);
  }

  @Test
  void shouldReplaceTextWhenAgencySendsAnotherOneAsNextVersion() {
    // Given
    feed(says(BRIDGE, Map.of("status", "usable", "version", "1")));
    RawArticle rewritten =
        page("coastwire.example", "bridge-1", TEN, "Sarrin votes in close race", Pages.ELECTION);

    // When
    feed(says(rewritten, Map.of("status", "usable", "version", "2", "correction", "true")));

    // Then
    assertThat(updates.readValuesToList())
        .extracting(StoryUpdate::getKind)
        .containsExactly(UpdateKind.OPENED, UpdateKind.REVISION);
  }

  @Test
  void shouldKeepSubjectsAndCountMediaTopicsAmongTopics() {
    // When
    feed(
        says(
            BRIDGE,
            Map.of(
                "subjects",
                "[\"http://cv.iptc.org/newscodes/mediatopic/20000430\",\"bridges\",\"medtop:1\"]")));

    // Then
    Article article = latest().get("bridge-1");
    assertThat(article.getSubjects()).hasSize(3).contains("bridges");
    assertThat(article.getTopics())
        .filteredOn(topic -> topic.getScore() == 1)
        .extracting(Topic::getCode)
        .contains("medtop:20000430")
        .hasSizeGreaterThan(1);
  }

  @Test
  void shouldSayHowLateSourceWasWhenItReports() {
    // Given
    feed(BRIDGE);
    RawArticle slow = RawArticle.newBuilder(FOLLOW_UP).setReceivedAt(Instant.parse(ELEVEN)).build();

    // When
    feed(slow);

    // Then
    List<StoryUpdate> events = updates.readValuesToList();
    assertThat(events.get(0).getBehindFirstMs()).isZero();
    assertThat(events.get(1).getSource()).isEqualTo("times.example");
    assertThat(events.get(1).getBehindFirstMs()).isEqualTo(3_600_000);
    assertThat(events.get(1).getReceivedAfterMs()).isEqualTo(3_600_000);
  }
}
