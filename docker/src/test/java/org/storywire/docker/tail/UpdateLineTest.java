package org.storywire.docker.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.storywire.docker.terminal.Columns;
import org.storywire.docker.terminal.Terminal;
import org.storywire.news.NewItem;
import org.storywire.news.NewKind;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Topic;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

class UpdateLineTest {

  private static final Terminal WIDE = new Terminal(160, false, false);

  @Test
  void shouldShowAllColumnsWhenTerminalIsWide() {
    // Given
    StoryUpdate update = update("Ferry runs aground off Marant", "The ferry carried 312 people.");

    // When
    String line = new UpdateLine(WIDE).of(update);

    // Then
    assertThat(line)
        .isEqualTo(
            "2026-03-02 05:40 7f3a91c2 !OPENED   ledger.example         "
                + "Ferry runs aground off Marant            "
                + "[disaster; transpor… + The ferry carried 312 people.");
  }

  @Test
  void shouldStayWithinColumnsWhenTextIsLongAndWide() {
    // Given
    StoryUpdate update = update("東京".repeat(80), "新しい".repeat(80));

    // When
    String wide = new UpdateLine(WIDE).of(update);
    String narrow = new UpdateLine(new Terminal(80, false, false)).of(update);

    // Then
    assertThat(Columns.width(wide)).isLessThanOrEqualTo(160);
    assertThat(Columns.width(narrow)).isLessThanOrEqualTo(80);
  }

  @Test
  void shouldNotDriveTheTerminalWhenTextHoldsControls() {
    // Given
    StoryUpdate update = update("Quiet\u001b[2J\u202Eevil\nnext", "none");

    // When
    String line = new UpdateLine(WIDE).of(update);

    // Then
    assertThat(line).contains("Quiet\uFFFD[2Jevil next").doesNotContain("\u001b", "\u202E", "\n");
  }

  @Test
  void shouldKeepTheColumnsWhenColoured() {
    // Given
    StoryUpdate update = update("Ferry @|red runs|@ aground", "The ferry carried 312 people.");

    // When
    String line = new UpdateLine(new Terminal(160, true, false)).of(update);

    // Then
    String plain = line.replaceAll("\u001b\\[[0-9;]*m", "");
    assertThat(line).contains("\u001b[");
    assertThat(plain).isEqualTo(new UpdateLine(WIDE).of(update)).contains("@|red runs|@");
  }

  @Test
  void shouldNameTheOtherStoryWhenStoriesMerge() {
    // Given
    StoryUpdate update = update("Ferry runs aground", "none");
    update.setKind(UpdateKind.MERGED);
    update.setArticleTitle(null);
    update.setSource(null);
    update.setMaterial(false);
    update.setNews(List.of());
    update.setOtherStoryId("story-00aa11bb22cc");

    // When
    String line = new UpdateLine(WIDE).of(update);

    // Then
    assertThat(line)
        .startsWith("2026-03-02 05:40 7f3a91c2  MERGED ")
        .contains("Ferry runs aground (with 00aa11bb)");
  }

  @Test
  void shouldTakeAnAlertBackInWordsWhenAVerdictIsCorrected() {
    // Given
    StoryUpdate update = update("Ferry runs aground", "none");
    update.setKind(UpdateKind.CORRECTED);
    update.setMaterial(false);
    update.setNews(List.of());
    update.setFormerVerdict(Verdict.ORIGINAL);
    update.setVerdict(Verdict.COPY);
    update.setWithdrawn(true);

    // When
    String line = new UpdateLine(new Terminal(200, false, false)).of(update);

    // Then
    assertThat(line)
        .startsWith("2026-03-02 05:40 7f3a91c2  AMENDED  ledger.example")
        .contains("a copy after all, alert taken back: Ferry runs aground");
  }

  @Test
  void shouldTellStoriesApartWhenTheirIdsEndInANumber() {
    assertThat(UpdateLine.shortId("s-7f3a91c2d4e5-12")).isEqualTo("7f3a91c2");
  }

  private static StoryUpdate update(String title, String news) {
    return StoryUpdate.newBuilder()
        .setEventId("e")
        .setTraceId("t")
        .setStoryId("story-7f3a91c2d4e5")
        .setRevision(1)
        .setKind(UpdateKind.OPENED)
        .setAt(Instant.parse("2026-03-02T05:40:31Z"))
        .setHeadline(title)
        .setSource("ledger.example")
        .setArticleTitle(title)
        .setMaterial(true)
        .setNews(List.of(new NewItem(NewKind.SENTENCE, news, 0, 10, 0.9)))
        .setTopics(
            List.of(
                new Topic("medtop:03000000", "disaster", 0.9, false),
                new Topic("medtop:20000337", "transport", 0.7, false),
                new Topic("medtop:04000000", "economy", 0.7, true)))
        .build();
  }
}
