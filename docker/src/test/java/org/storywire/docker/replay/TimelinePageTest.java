package org.storywire.docker.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TimelinePageTest {

  @TempDir private Path directory;

  private static TimelinePage.Report report(String at, String verdict, String title, String added) {
    return new TimelinePage.Report(
        Instant.parse(at), "Lindmouth Post", title, verdict, false, !added.isEmpty(), added);
  }

  @Test
  void shouldEscapeEverythingThatAnArticleSays() {
    // Given
    TimelinePage.Story story =
        new TimelinePage.Story(
            "s-1",
            "<script>alert(1)</script>",
            List.of(report("2026-03-01T10:00:00Z", "original", "a \"b\" & 'c'", "<img src=x>")));

    // When
    String page = TimelinePage.of(List.of(story));

    // Then
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("a &quot;b&quot; &amp; &#39;c&#39;")
        .contains("&lt;img src=x&gt;")
        .doesNotContain("<script")
        .doesNotContain("<img");
  }

  @Test
  void shouldLoadNothingFromElsewhere() {
    // When
    String page =
        TimelinePage.of(
            List.of(
                new TimelinePage.Story(
                    "s-1",
                    "Ferry sinks",
                    List.of(report("2026-03-01T10:00:00Z", "copy", "t", "")))));

    // Then
    assertThat(page).doesNotContain("http:").doesNotContain("https:").doesNotContain("url(");
    assertThat(page).contains("default-src 'none'");
  }

  @Test
  void shouldShowTheLargestStoriesFirstWhenAReplayIsRead() throws Exception {
    // Given
    Files.writeString(
        directory.resolve("articles.jsonl"),
        """
        {"articleId":"a","story":"s-a","verdict":"original","eventAt":"2026-03-01T10:00:00Z","source":"x","title":"Mayor resigns"}
        {"articleId":"b","story":"s-b","verdict":"original","eventAt":"2026-03-01T11:00:00Z","source":"x","title":"Ferry sinks"}
        {"articleId":"c","story":"s-b","verdict":"original","eventAt":"2026-03-01T12:00:00Z","source":"y","title":"Ferry captain held"}
        """);
    Files.writeString(
        directory.resolve("stories.jsonl"),
        """
        {"storyId":"s-a","headline":"Mayor resigns"}
        {"storyId":"s-b","headline":"Ferry sinks"}
        """);
    Files.writeString(
        directory.resolve("story-updates.jsonl"),
        """
        {"storyId":"s-b","articleId":"c","material":true,"news":[{"text":"The captain was held on Sunday."}]}
        """);
    Path out = directory.resolve("timeline.html");

    // When
    int code =
        new CommandLine(new TimelineCommand())
            .execute("--replay", directory.toString(), "--out", out.toString());

    // Then
    assertThat(code).isZero();
    String page = Files.readString(out);
    assertThat(page.indexOf("<h2>Ferry sinks")).isPositive().isLessThan(page.indexOf("<h2>Mayor"));
    assertThat(page).contains("New: The captain was held on Sunday.");
  }
}
