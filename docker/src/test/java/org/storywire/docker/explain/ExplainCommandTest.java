package org.storywire.docker.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.replay.ArticleArchive;
import org.storywire.news.Article;
import org.storywire.news.CopyEvidence;
import org.storywire.news.Relation;
import org.storywire.news.Verdict;
import picocli.CommandLine;

class ExplainCommandTest {

  private static final String WIRE =
      "A barge struck the middle pier of the Wend bridge at noon on Tuesday, and the road across it"
          + " will stay closed for a month, the county's engineer told a crowded meeting in the town"
          + " hall.\n\nNobody was hurt when the barge, which carried gravel for the new harbour,"
          + " drifted off its course in the strong current below the weir.\n\nDivers found two"
          + " cracks as long as a hand in the foot of the pier and a third above the waterline.";
  private static final String LOCAL =
      "Shops on the north bank fear for their trade.\n\n" + WIRE.replace("\n\nNobody", " Nobody");

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final CommandLine line =
      new CommandLine(new ExplainCommand()).setOut(new PrintWriter(out, true));

  @BeforeEach
  void recordReplay() throws IOException {
    String passage = LOCAL.substring(47, 190);
    CopyEvidence evidence =
        CopyEvidence.newBuilder()
            .setOtherId("a1")
            .setContainment(0.97)
            .setJaccard(0.81)
            .setKeptShare(1)
            .setLongestRun(64)
            .setPassage(passage)
            .setPassageAt(47)
            .setPassageAtOther(0)
            .setLagMs(5_400_000)
            .setConfidence(0.99)
            .setThreshold(0.3)
            .setRuleset("copy-3")
            .build();
    Article copy = article("wend-local", "b1", "Bridge closed", LOCAL, Verdict.COPY);
    copy.setRelation(Relation.NEAR);
    copy.setCopyOf("a1");
    copy.setCopyEvidence(evidence);
    try (ArticleArchive archive = new ArticleArchive(directory)) {
      archive.article(article("wend-wire", "a1", "Barge hits pier", WIRE, Verdict.ORIGINAL));
      archive.article(copy);
      archive.article(article("wend-other", "c1", "One bridge fewer", WIRE, Verdict.ORIGINAL));
    }
    Files.writeString(
        directory.resolve("story-updates.jsonl"),
        """
        {"kind":"OPENED","articleId":"c1","copyOf":null}
        {"kind":"ORIGIN_CHANGED","articleId":"c1","copyOf":"b1"}
        {"kind":"ORIGIN_CHANGED","articleId":"c1","copyOf":"a1"}
        """);
  }

  private static Article article(
      String nativeId, String id, String title, String body, Verdict verdict) {
    Instant at = Instant.parse("2026-03-03T12:00:00Z");
    return Article.newBuilder()
        .setEventId("e-" + id)
        .setArticleId(id)
        .setNativeId(nativeId)
        .setSource("wend.example")
        .setTitle(title)
        .setBody(body)
        .setLanguage("en")
        .setEdition("en")
        .setEventAt(at)
        .setVerdict(verdict)
        .setRelation(Relation.NONE)
        .setTraceId("t-" + id)
        .setReceivedAt(at)
        .build();
  }

  @Test
  void shouldShowPassageSideBySideWhenArticleIsACopy() {
    // When
    int code = line.execute("wend-local", "--from", directory.toString());

    // Then
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("VERDICT   copy (near)")
        .contains("against a1: wend-wire, wend.example, \"Barge hits pier\"")
        .contains(
            "containment 0.97 (threshold 0.30), jaccard 0.81, keeps 100 % of it, lag 1 h 30 min")
        .contains("longest shared passage 64 words, rules copy-3")
        .containsPattern(
            "this article, paragraph 2, character 47 +│ the other, paragraph 1, character 0")
        .containsPattern(
            "A barge struck the middle pier of the Wend +│ A barge struck the middle pier of the Wend");
  }

  @Test
  void shouldShowCorrectionWhenAnArticleWasFoundToBeACopyLater() {
    // When
    int code = line.execute("wend-other", "--from", directory.toString());

    // Then
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("VERDICT   original")
        .contains("CORRECTED it was later found to be a copy of another article")
        .contains("the rules take them for copies")
        .contains("against a1: wend-wire")
        .contains("containment 1.00");
  }

  @Test
  void shouldTellWhatItKnowsWhenALaterReleaseWroteUpdatesOfAnotherKind() throws IOException {
    // Given
    Files.writeString(
        directory.resolve("story-updates.jsonl"),
        """
        {"kind":"KIND_OF_A_LATER_RELEASE","articleId":"c1","copyOf":"b1"}
        """,
        StandardOpenOption.APPEND);

    // When
    int code = line.execute("wend-other", "--from", directory.toString());

    // Then
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("CORRECTED it was later found to be a copy of another article")
        .contains("against a1: wend-wire");
  }

  @Test
  void shouldCompareWithAnyOtherArticleWhenAsked() {
    // When
    int code = line.execute("wend-wire", "--with", "wend-local", "--from", directory.toString());

    // Then
    assertThat(code).isZero();
    assertThat(out.toString()).contains("COMPARED  as asked").contains("against b1: wend-local");
  }
}
