package org.storywire.docker.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.Delivery;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

class CopyTreesTest {

  private static final FeedOrder ORDER = new FeedOrder();

  static {
    Stream.of("1", "2", "3", "4").map(CopyTreesTest::delivery).forEach(ORDER::feeding);
  }

  @Test
  void shouldFollowCopiesOfCopiesToTheirOrigin() {
    // Given
    Stream<Article> articles =
        Stream.of(
            article("1", "a", Verdict.ORIGINAL, null),
            article("2", "b", Verdict.COPY, "a"),
            article("3", "c", Verdict.COPY, "b"));

    // When
    CopyTrees trees = CopyTrees.of(articles, Stream.of(), ORDER);

    // Then
    assertThat(trees.origin("c")).isEqualTo("a");
    assertThat(trees.parent("c")).contains("b");
    assertThat(trees.origin("a")).isEqualTo("a");
  }

  @Test
  void shouldMoveTheWholeTreeWhenAnEarlierOriginArrives() {
    // Given
    Stream<Article> articles =
        Stream.of(
            article("1", "a", Verdict.ORIGINAL, null),
            article("2", "b", Verdict.COPY, "a"),
            article("3", "late", Verdict.ORIGINAL, null));
    Stream<StoryUpdate> updates = Stream.of(originChanged("3", "a", "late"));

    // When
    CopyTrees trees = CopyTrees.of(articles, updates, ORDER);

    // Then
    assertThat(trees.parent("a")).contains("late");
    assertThat(trees.origin("b")).isEqualTo("late");
  }

  @Test
  void shouldBelieveTheLaterWordWhenACorrectedArticleIsRevised() {
    // Given
    Stream<Article> articles =
        Stream.of(
            article("1", "a", Verdict.ORIGINAL, null),
            article("2", "late", Verdict.ORIGINAL, null),
            article("4", "a", Verdict.REVISION, null));
    Stream<StoryUpdate> updates = Stream.of(originChanged("2", "a", "late"));

    // When
    CopyTrees trees = CopyTrees.of(articles, updates, ORDER);

    // Then
    assertThat(trees.parent("a")).isEmpty();
  }

  @Test
  void shouldKeepTheFirstNativeIdWhenAPageIsSeenAgain() {
    // Given
    Article again = article("2", "a", Verdict.UNCHANGED, null);
    again.setNativeId("recrawl");
    Stream<Article> articles = Stream.of(article("1", "a", Verdict.ORIGINAL, null), again);

    // When
    CopyTrees trees = CopyTrees.of(articles, Stream.of(), ORDER);

    // Then
    assertThat(trees.nativeId("a")).isEqualTo("native-a");
  }

  @Test
  void shouldMakeAnArticleACopyWhenItsVerdictIsCorrected() {
    // Given
    Stream<Article> articles =
        Stream.of(
            article("1", "a", Verdict.ORIGINAL, null),
            article("2", "wire", Verdict.ORIGINAL, null));
    StoryUpdate corrected = originChanged("2", "a", "wire");
    corrected.setKind(UpdateKind.CORRECTED);

    // When
    CopyTrees trees = CopyTrees.of(articles, Stream.of(corrected), ORDER);

    // Then
    assertThat(trees.parent("a")).contains("wire");
    assertThat(trees.origin("a")).isEqualTo("wire");
  }

  private static Delivery delivery(String number) {
    RawArticle raw = new RawArticle();
    raw.setEventId("e" + number);
    raw.setTraceId("t" + number);
    raw.setReceivedAt(Instant.EPOCH);
    return new Delivery.Found(raw, Delivery.Arrival.STATED);
  }

  private static Article article(String number, String id, Verdict verdict, String parent) {
    Article article = new Article();
    article.setEventId("e" + number);
    article.setArticleId(id);
    article.setNativeId("native-" + id);
    article.setVerdict(verdict);
    article.setCopyOf(parent);
    return article;
  }

  private static StoryUpdate originChanged(String number, String id, String parent) {
    StoryUpdate update = new StoryUpdate();
    update.setKind(UpdateKind.ORIGIN_CHANGED);
    update.setTraceId("t" + number);
    update.setArticleId(id);
    update.setCopyOf(parent);
    return update;
  }
}
