package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.storywire.processor.streams.Pages.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.Relation;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

/** What was said of an article and turned out otherwise is said again, everywhere it was said. */
class CorrectionsTopologyTest extends TopologyTest {

  private static final String EIGHT = "2026-03-02T08:00:00Z";
  private static final String NINE = "2026-03-02T09:00:00Z";
  private static final String TEN = "2026-03-02T10:00:00Z";
  private static final String ELEVEN = "2026-03-02T11:00:00Z";

  private static final RawArticle POST =
      page("post.example", "post-1", TEN, "Drivers face weeks of detours", Pages.BRIDGE);
  private static final RawArticle WIRE =
      page("wire.example", "wire-1", NINE, ELEVEN, "Harbour bridge shut", Pages.BRIDGE);
  private static final RawArticle FIRST =
      page("ledger.example", "ledger-1", EIGHT, ELEVEN, "Bridge closed", Pages.BRIDGE);

  private List<StoryUpdate> events;
  private Map<String, Story> current;
  private Map<String, Article> latest;
  private List<Article> sent;

  private void feed(RawArticle... pages) {
    for (RawArticle page : pages) {
      feed(page);
    }
    events = updates.readValuesToList();
    current = new HashMap<>();
    stories.readKeyValuesToList().forEach(story -> current.put(story.key, story.value));
    sent = new ArrayList<>();
    latest = new HashMap<>();
    articles
        .readKeyValuesToList()
        .forEach(
            article -> {
              assertThat(article.key).isEqualTo(article.value.getArticleId());
              sent.add(article.value);
              latest.put(article.value.getNativeId(), article.value);
            });
  }

  private StoryUpdate last() {
    return events.get(events.size() - 1);
  }

  private Story onlyStory() {
    assertThat(current).hasSize(1);
    return current.values().iterator().next();
  }

  @Test
  void shouldTakeBackTheReportWhenItsOriginComesAfterIt() {
    // When
    feed(POST, WIRE);

    // Then
    StoryUpdate corrected = last();
    assertThat(corrected.getKind()).isEqualTo(UpdateKind.CORRECTED);
    assertThat(corrected.getArticleId()).isEqualTo(latest.get("post-1").getArticleId());
    assertThat(corrected.getSource()).isEqualTo("post.example");
    assertThat(corrected.getFormerVerdict()).isEqualTo(Verdict.ORIGINAL);
    assertThat(corrected.getVerdict()).isEqualTo(Verdict.COPY);
    assertThat(corrected.getWithdrawn()).isTrue();
    assertThat(corrected.getMaterial()).isFalse();
    assertThat(corrected.getCopyOf()).isEqualTo(latest.get("wire-1").getArticleId());
    assertThat(corrected.getIndependent()).isEqualTo(1);
    assertThat(corrected.getCopies()).isEqualTo(1);
    assertThat(events).extracting(StoryUpdate::getRevision).containsExactly(1L, 2L, 3L);
  }

  @Test
  void shouldGiveTheStoryTheOriginsSourceAndHeadlineWhenItsFirstReportWasACopy() {
    // When
    feed(POST, WIRE);

    // Then
    Story story = onlyStory();
    assertThat(story.getSources()).containsExactly("wire.example");
    assertThat(story.getIndependent()).isEqualTo(1);
    assertThat(story.getCopies()).isEqualTo(1);
    assertThat(story.getArticles()).isEqualTo(2);
    assertThat(story.getHeadline()).isEqualTo("Harbour bridge shut");
    assertThat(story.getLatestNews()).isNull();
    assertThat(story.getRevision()).isEqualTo(3);
  }

  @Test
  void shouldSendTheArticleAgainWhenItsVerdictWasWrong() {
    // When
    feed(POST, WIRE);

    // Then
    assertThat(sent)
        .extracting(Article::getNativeId, Article::getVerdict, Article::getCorrections)
        .containsExactly(
            tuple("post-1", Verdict.ORIGINAL, 0),
            tuple("wire-1", Verdict.ORIGINAL, 0),
            tuple("post-1", Verdict.COPY, 1));
    Article corrected = sent.get(2);
    assertThat(corrected.getEventId()).isEqualTo(sent.get(0).getEventId());
    assertThat(corrected.getBody()).isEqualTo(sent.get(0).getBody());
    assertThat(corrected.getCopyOf()).isEqualTo(sent.get(1).getArticleId());
    assertThat(corrected.getCopyGroup()).isEqualTo(sent.get(1).getArticleId());
    assertThat(corrected.getRelation()).isNotEqualTo(Relation.NONE);
    assertThat(corrected.getStoryId()).isEqualTo(onlyStory().getStoryId());
  }

  @Test
  void shouldNameTheEarliestOriginEverywhereWhenEverEarlierOnesCome() {
    // When
    feed(POST, WIRE, FIRST);

    // Then
    String origin = latest.get("ledger-1").getArticleId();
    assertThat(latest.get("post-1").getCopyGroup()).isEqualTo(origin);
    assertThat(latest.get("wire-1").getCopyGroup()).isEqualTo(origin);
    assertThat(latest.get("wire-1").getVerdict()).isEqualTo(Verdict.COPY);
    assertThat(latest.get("ledger-1").getVerdict()).isEqualTo(Verdict.ORIGINAL);
    Story story = onlyStory();
    assertThat(story.getIndependent()).isEqualTo(1);
    assertThat(story.getCopies()).isEqualTo(2);
    assertThat(story.getSources()).containsExactly("ledger.example");
    assertThat(story.getFirstAt()).isEqualTo(EIGHT);
    assertThat(events.stream().map(StoryUpdate::getRevision).toList())
        .isEqualTo(java.util.stream.LongStream.rangeClosed(1, events.size()).boxed().toList());
    assertThat(events).extracting(StoryUpdate::getEventId).doesNotHaveDuplicates();
  }

  @Test
  void shouldCountARevisionAsACopyWhenItHasBecomeOne() {
    // Given: two reports of one event; then the second one puts the first one's text before its own
    String text = Pages.BRIDGE + "\n\n" + Pages.BRIDGE_FOLLOW_UP;
    RawArticle own =
        page("mail.example", "mail-1", TEN, "Repairs cost more", Pages.BRIDGE_FOLLOW_UP);
    RawArticle taken = page("mail.example", "mail-1", TEN, ELEVEN, "Repairs cost more", text);

    // When
    feed(page("ledger.example", "ledger-1", NINE, "Harbour bridge shut", Pages.BRIDGE), own, taken);

    // Then
    assertThat(last().getKind()).isEqualTo(UpdateKind.REVISION);
    assertThat(last().getIndependent()).isEqualTo(1);
    assertThat(last().getCopies()).isEqualTo(1);
    assertThat(last().getMaterial()).isFalse();
  }
}
