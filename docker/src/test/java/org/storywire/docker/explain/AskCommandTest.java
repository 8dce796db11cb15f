package org.storywire.docker.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.replay.ArticleArchive;
import org.storywire.news.Article;
import org.storywire.news.Relation;
import org.storywire.news.Verdict;
import picocli.CommandLine;

/** Who had it first, asked of a replay. */
class AskCommandTest {

  private static final String PASSAGE =
      "A barge struck the middle pier of the Wend bridge at noon on Tuesday.";

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final CommandLine line =
      new CommandLine(new AskCommand()).setOut(new PrintWriter(out, true));

  @BeforeEach
  void recordReplay() {
    Article first = article("a1", "wire.example", 0, "Barge hits pier \u001b[2J", PASSAGE);
    Article copy = article("b1", "local.example", 40, "Bridge closed", PASSAGE + " Shops worry.");
    Article corrected = Article.newBuilder(copy).setVerdict(Verdict.COPY).setCopyOf("a1").build();
    Article other = article("c1", "other.example", 0, "Rain", "It rained for a day in the hills.");
    try (ArticleArchive archive = new ArticleArchive(directory)) {
      archive.article(copy);
      archive.article(first);
      archive.article(other);
      archive.article(corrected);
    }
  }

  private static Article article(String id, String source, int minutes, String title, String body) {
    Instant at = Instant.parse("2026-03-03T12:00:00Z").plusSeconds(60L * minutes);
    return Article.newBuilder()
        .setEventId("e-" + id)
        .setArticleId(id)
        .setNativeId("n-" + id)
        .setSource(source)
        .setUrl("https://" + source + "/" + id)
        .setTitle(title)
        .setBody(body)
        .setLanguage("en")
        .setEdition("en")
        .setEventAt(at)
        .setVerdict(Verdict.ORIGINAL)
        .setRelation(Relation.NONE)
        .setTraceId("t-" + id)
        .setReceivedAt(at)
        .build();
  }

  @Test
  void shouldShowFirstAndItsCopyAsCorrectedWhenPassageIsAsked() {
    // When
    int code = line.execute(PASSAGE, "--from", directory.toString());

    // Then
    assertThat(code).isZero();
    assertThat(out.toString())
        .startsWith(
            "First: wire.example at 2026-03-03T12:00:00Z. Independent reports: 1, copies: 1.")
        .containsPattern("12:40:00Z +local.example +copy of a1 +100 % of it, 14 words in a row")
        .doesNotContain("other.example", "\u001b");
  }

  @Test
  void shouldAskItsTextWhenArticleIsNamedByAddress() {
    // When
    int code = line.execute("https://local.example/b1", "--from", directory.toString());

    // Then
    assertThat(code).isZero();
    assertThat(out.toString()).startsWith("First: wire.example").contains("88 % of it");
  }

  @Test
  void shouldSayNobodyWhenNothingIsFound() {
    // When
    int code =
        line.execute("Nine words that no article in here has told", "--from", directory.toString());

    // Then
    assertThat(code).isZero();
    assertThat(out.toString()).startsWith("Nobody held");
  }
}
