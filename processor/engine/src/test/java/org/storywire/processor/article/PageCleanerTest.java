package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.article.Pages.main;
import static org.storywire.processor.article.Pages.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCleanerTest {

  @Test
  void shouldSeparateTextFromPageWhenFurnitureSurroundsIt() {
    // Given
    String body =
        """
        logo
        Menu

        Harbour bridge closes for a month

        By Ana Ruiz

        May 9, 2024 7:18 PM

        PORTVILLE (Reuters) - The old bridge over the harbour closed on Thursday after a barge hit it.

        Advertisement

        Engineers said the repair would take at least four weeks and cost two million dollars.

        What happens next

        Ferries will run every ten minutes, the mayor told residents at a meeting in the evening.

        Sign up for our newsletter
        Get the latest headlines and breaking news in your inbox.
        Copyright 2024 The Echo. All rights reserved.
        """;

    // When
    CleanArticle article = main(body);

    // Then
    assertThat(article.title()).isEqualTo("Harbour bridge closes for a month");
    assertThat(article.body())
        .isEqualTo(
            """
            The old bridge over the harbour closed on Thursday after a barge hit it.

            Engineers said the repair would take at least four weeks and cost two million dollars.

            What happens next

            Ferries will run every ten minutes, the mayor told residents at a meeting in the evening.\
            """);
    assertThat(article.credits())
        .containsExactly(
            new Credit(Credit.Kind.BYLINE, "Ana Ruiz"),
            new Credit(Credit.Kind.DATELINE, "PORTVILLE"),
            new Credit(Credit.Kind.AGENCY, "Reuters"));
    assertThat(article.publishedAt()).contains(Instant.parse("2024-05-09T19:18:00Z"));
    assertThat(article.eventAt()).isEqualTo(Instant.parse("2024-05-09T19:18:00Z"));
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.furniture())
        .containsExactly(
            "logo",
            "Menu",
            "By Ana Ruiz",
            "May 9, 2024 7:18 PM",
            "Advertisement",
            "Sign up for our newsletter",
            "Get the latest headlines and breaking news in your inbox.",
            "Copyright 2024 The Echo. All rights reserved.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n\n ",
        "\u200b\u202e\ufeff",
        "\u2014 \u2014 \u2014",
        "Comments\n\nShare\n\n\u00a9 2024 The Echo",
        "Advertisement",
        "Posted Jun. 15, 2015 at 8:20 AM\nBy Ana Ruiz"
      })
  void shouldRejectPageWhenItHasNoText(String body) {
    // Given
    PageCleaner cleaner = new PageCleaner(ArticleConfig.defaults());
    HeapSourceMemory memory = new HeapSourceMemory();

    // When
    Cleaned cleaned = cleaner.clean(page(body), memory);

    // Then
    assertThat(cleaned).isInstanceOf(Cleaned.Rejected.class);
    assertThat(((Cleaned.Rejected) cleaned).reason()).startsWith("body ");
    assertThat(memory.known).isEmpty();
    assertThat(memory.lines).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Short note", "Man dies in crash near harbour", "1", "\u6771\u4eac\u3067\u96e8"})
  void shouldKeepTextWhenItIsNothingButFragments(String body) {
    // Given
    RawPage page = page(body);

    // When
    CleanArticle article = main(page, new HeapSourceMemory());

    // Then
    assertThat(article.body()).isEqualTo(body);
  }

  @Test
  void shouldUnescapeMarkupWhenTextCarriesIt() {
    // Given
    String body =
        "<p>Rain &amp; wind hit the caf&eacute; on <b>Monday</b>"
            + " night.</p><script>track(1)</script><p>Nobody was hurt &#8212;"
            + " &ldquo;luckily&rdquo;, its owner said.</p>";

    // When
    CleanArticle article = main(body);

    // Then
    assertThat(article.body())
        .isEqualTo(
            "Rain & wind hit the caf\u00e9 on Monday night.\n\n"
                + "Nobody was hurt \u2014 \u201cluckily\u201d, its owner said.");
  }

  @Test
  void shouldJoinLinesWhenTextIsWrappedToColumn() {
    // Given
    String body =
        """
            Wheat prices rose for the third day in a row after heavy rain
        delayed the harvest in the northern provinces, traders at the port
        said on Tuesday morning.
            They expect another rise if the weather does not improve before
        the end of the week and exporters keep buying.
        """;

    // When
    CleanArticle article = main(body);

    // Then
    assertThat(article.body().split("\n\n")).hasSize(2);
    assertThat(article.body()).contains("heavy rain delayed the harvest");
  }

  @Test
  void shouldCutBodyAtParagraphWhenItIsTooLong() {
    // Given
    ArticleConfig config = new ArticleConfig(3, 3, 0.05, 0.2, 0.1, 1_000, 600, List.of());
    String paragraph = "The river rose by another hand's width during the night, wardens said.\n";

    // When
    Cleaned cleaned =
        new PageCleaner(config).clean(page(paragraph.repeat(40)), new HeapSourceMemory());

    // Then
    CleanArticle article = ((Cleaned.Clean) cleaned).main();
    assertThat(article.body().length()).isBetween(800, 1_100);
    assertThat(article.body()).endsWith("wardens said.");
  }

  @Test
  void shouldBoundFurnitureWhenPageIsFullOfIt() {
    // Given
    String body =
        "The river rose during the night, wardens said on Monday.\n"
            + ("Follow us on Facebook " + "x".repeat(250) + "\n").repeat(80);

    // When
    CleanArticle article = main(body);

    // Then
    assertThat(article.furniture()).hasSize(50).allMatch(line -> line.length() == 200);
  }

  @Test
  void shouldNameTheSameArticleWhenOnlyAddressFormDiffers() {
    // Given
    HeapSourceMemory memory = new HeapSourceMemory();
    RawPage first = Pages.at("https://www.echo.example/news/1?utm_source=x", "Wardens met here.");
    RawPage second = Pages.at("http://echo.example/news/1/#top", "Wardens met here.");

    // When
    CleanArticle again = main(first, memory);
    CleanArticle article = main(second, memory);

    // Then
    assertThat(article.articleId()).isEqualTo(again.articleId());
    assertThat(article.unchanged()).isTrue();
    assertThat(article.url()).isEqualTo(Optional.of("http://echo.example/news/1/#top"));
  }
}
