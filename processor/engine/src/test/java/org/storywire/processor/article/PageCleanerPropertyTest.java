package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCleanerPropertyTest {

  private static final String[] LINES = {
    "The old bridge over the harbour closed on Thursday after a barge hit it.",
    "Engineers said the repair would take at least four weeks, \u201cor more\u201d.",
    "Nobody was hurt.",
    "What happens next",
    "Bridge closes for a month",
    "Harbour Echo",
    "\u2022 Harbour Echo",
    "Harbour Echo9 hours ago",
    "time3 minutes ago",
    "Related Articles",
    "Comments",
    "logo",
    "By Ana Ruiz",
    "By Ana Ruiz, Associated Press",
    "May 9, 2024 7:18 PM",
    "date 2024-05-09 Published by Ana Ruiz 9 de mayo, 2024",
    "PORTVILLE (Reuters) - The mayor asked for patience during the works.",
    "Write to Ana Ruiz at ana@wsj.com",
    "Copyright 2024 The Associated Press. All rights reserved.",
    "Stay on top of the latest coast news.",
    "The plan was first reported by The Wall Street Journal, the mayor said.",
    "\u0627\u0644\u062c\u0633\u0631 \u0645\u063a\u0644\u0642 \u0627\u0644\u064a\u0648\u0645.",
    "\u6a4b\u306f\u6728\u66dc\u65e5\u306b\u9589\u9396\u3055\u308c\u305f\u3002",
    "",
    " \u00a0 ",
    "&lt;p&gt;Escaped &amp;amp; text stands here in the page.&lt;/p&gt;",
    "<b>Bold</b> words were set by the printer in this line.",
    "\u202eturned\u202c \u0000 \ud83c",
  };

  private static final PageCleaner CLEANER = new PageCleaner(ArticleConfig.defaults());

  @RepeatedTest(400)
  void shouldKeepEveryPromiseWhenPageIsRandom(RepetitionInfo repetition) {
    // Given
    RawPage page = random(new Random(repetition.getCurrentRepetition()));

    // When
    Cleaned cleaned = CLEANER.clean(page, new HeapSourceMemory());

    // Then
    if (cleaned instanceof Cleaned.Clean clean) {
      assertThat(clean.main().parentId()).isEmpty();
      for (CleanArticle article : clean.articles()) {
        assertThat(article.body()).isNotBlank().doesNotContain("\n\n\n", "\u202e", "\u0000");
        assertThat(article.title()).isNotBlank();
        assertThat(article.eventAt()).isBeforeOrEqualTo(page.receivedAt());
        assertThat(article.furniture()).hasSizeLessThanOrEqualTo(50);
        assertThat(article.credits()).doesNotHaveDuplicates();
      }
    } else {
      assertThat(((Cleaned.Rejected) cleaned).reason()).startsWith("body ");
    }
  }

  @RepeatedTest(400)
  void shouldChangeNothingWhenCleanTextIsCleanedAgain(RepetitionInfo repetition) {
    // Given
    RawPage page = random(new Random(repetition.getCurrentRepetition()));
    Cleaned cleaned = CLEANER.clean(page, new HeapSourceMemory());
    List<CleanArticle> articles =
        cleaned instanceof Cleaned.Clean clean ? clean.articles() : List.of();

    for (CleanArticle article : articles) {
      // When
      CleanArticle again = Pages.main(again(article), new HeapSourceMemory());

      // Then
      assertThat(again.body()).isEqualTo(article.body());
      assertThat(again.title()).isEqualTo(article.title());
    }
  }

  @RepeatedTest(100)
  void shouldGiveSameAnswerWhenAskedTwice(RepetitionInfo repetition) {
    // Given
    RawPage page = random(new Random(repetition.getCurrentRepetition()));

    // When
    Cleaned first = CLEANER.clean(page, new HeapSourceMemory());
    Cleaned second = new PageCleaner(ArticleConfig.defaults()).clean(page, new HeapSourceMemory());

    // Then
    assertThat(second).isEqualTo(first);
  }

  @RepeatedTest(300)
  void shouldNeverThrowWhenBodyIsNoise(RepetitionInfo repetition) {
    // Given
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(400); i > 0; i--) {
      noise.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(65_536)));
    }

    // When
    Cleaned cleaned = CLEANER.clean(Pages.page(noise.toString()), new HeapSourceMemory());

    // Then
    assertThat(cleaned).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "x ",
        "word word\n",
        "Short line\n",
        "A sentence that ends as sentences do.\n",
        "Harbour Echo3 hours ago\n",
        "May 9, 2024\n",
        "By Ana Ruiz\n",
        "Comments\n",
        "'a ",
        "a.",
        "<p>",
        "&amp;",
        "a@b.co ",
        " reported by Echo Times",
        "\u0627 ",
        "\u6771",
        "\ud83c\udf27",
        "\n"
      })
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void shouldStayLinearWhenPageIsHuge(String piece) {
    // Given
    RawPage page = Pages.page(piece.repeat(2_000_000 / piece.length()));

    // When
    Cleaned cleaned = CLEANER.clean(page, new HeapSourceMemory());

    // Then
    assertThat(cleaned).isNotNull();
  }

  private static RawPage again(CleanArticle article) {
    return new RawPage(
        article.source(),
        article.nativeId(),
        article.url(),
        Optional.of(article.title()),
        article.body(),
        Optional.of(article.eventAt()),
        article.eventAt());
  }

  private static RawPage random(Random random) {
    StringBuilder body = new StringBuilder();
    for (int i = random.nextInt(25); i > 0; i--) {
      body.append(LINES[random.nextInt(LINES.length)]).append(random.nextBoolean() ? "\n" : "\n\n");
    }
    Instant published = Pages.RECEIVED.plusSeconds(random.nextInt(200_000) - 100_000);
    return new RawPage(
        "echo.example",
        "p" + random.nextInt(3),
        random.nextBoolean() ? Optional.of("https://echo.example/a") : Optional.empty(),
        random.nextBoolean() ? Optional.of("Bridge closes for a month") : Optional.empty(),
        body.toString(),
        random.nextBoolean() ? Optional.of(published) : Optional.empty(),
        Pages.RECEIVED);
  }
}
