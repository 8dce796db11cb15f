package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storywire.news.Article;
import org.storywire.news.CopyEvidence;
import org.storywire.news.OverrideKind;
import org.storywire.news.StoryEvidence;
import org.storywire.news.StoryOverride;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

/** Copies that are not corrected, doubtful verdicts, and outlets. */
class DeskApiTest {

  private static final String KEPT = "The pier was closed by the harbour office on Monday morning.";
  private static final String WRONG = "Nine people were killed when the pier fell into the sea.";
  private static final String RIGHT = "Nobody was killed when the pier fell into the sea.";

  private TestMonitor monitor;

  @BeforeEach
  void start() {
    monitor = new TestMonitor();
  }

  @AfterEach
  void stop() {
    monitor.close();
  }

  private static Article.Builder article(String id, String outlet, int minute, String body) {
    Instant at = Samples.NOON.plusSeconds(60L * minute);
    return Article.newBuilder()
        .setArticleId(id)
        .setNativeId(id)
        .setEventId("e-" + id)
        .setTraceId("")
        .setSource("feed." + outlet)
        .setOutlet(outlet)
        .setTitle("Pier falls")
        .setBody(body)
        .setLanguage("en")
        .setEdition("en")
        .setEventAt(at)
        .setReceivedAt(at)
        .setVerdict(Verdict.ORIGINAL)
        .setStoryId("s");
  }

  private static Article.Builder copy(String id, String outlet, int minute, String body) {
    return article(id, outlet, minute, body).setVerdict(Verdict.COPY).setCopyOf("wire");
  }

  private JsonNode ask(String path) {
    return Http.ask(monitor.address() + path);
  }

  @Test
  void shouldShowCopyUntilItIsCorrectedWhenOriginChanged() {
    // Given
    monitor.take(article("wire", "wire.example", 0, KEPT + " " + WRONG).build());
    monitor.take(copy("c1", "board.example", 5, KEPT + " " + WRONG).build());
    monitor.take(copy("c2", "short.example", 6, KEPT).build());
    monitor.take(
        article("wire", "wire.example", 30, KEPT + " " + RIGHT)
            .setVerdict(Verdict.REVISION)
            .setRevision(1)
            .build());
    int revision = 1;
    for (String id : List.of("c1", "c2")) {
      monitor.take(
          Samples.update("s", revision++).setKind(UpdateKind.STALE_COPY).setArticleId(id).build());
    }

    // When
    JsonNode before = ask("/api/uncorrected").get("copies");
    monitor.take(copy("c1", "board.example", 60, KEPT + " " + RIGHT).setRevision(1).build());
    JsonNode after = ask("/api/uncorrected").get("copies");

    // Then
    assertThat(before).hasSize(1);
    assertThat(before.get(0).get("copy").get("id").asText()).isEqualTo("c1");
    assertThat(before.get(0).get("origin").get("source").asText()).isEqualTo("feed.wire.example");
    assertThat(before.get(0).get("sentences").get(0).asText()).isEqualTo(WRONG);
    assertThat(before.get(0).get("sentences")).hasSize(1);
    assertThat(after).isEmpty();
  }

  @Test
  void shouldCountOriginalsFirstsAndCopiesWhenOutletsAreAskedFor() {
    // Given
    monitor.take(article("wire", "wire.example", 0, KEPT).build());
    monitor.take(article("late", "paper.example", 12, RIGHT).build());
    monitor.take(copy("c1", "paper.example", 15, KEPT).setRevision(1).build());
    monitor.take(copy("c2", "paper.example", 16, KEPT).build());
    monitor.take(copy("c3", "wire.example", 17, KEPT).build());
    monitor.take(article("alone", "paper.example", 50, RIGHT).setStoryId("t").build());

    // When
    JsonNode all = ask("/api/outlets").get("outlets");
    JsonNode later = ask("/api/outlets?since=" + Samples.NOON.plusSeconds(3_000)).get("outlets");

    // Then
    JsonNode paper = all.get(0);
    assertThat(paper.get("outlet").asText()).isEqualTo("paper.example");
    assertThat(paper.get("articles").asInt()).isEqualTo(4);
    assertThat(paper.get("originals").asInt()).isEqualTo(2);
    assertThat(paper.get("changed").asInt()).isEqualTo(1);
    assertThat(paper.get("contested").asInt()).isEqualTo(1);
    assertThat(paper.get("first").asInt()).isZero();
    assertThat(paper.get("copies").toString())
        .isEqualTo("[{\"outlet\":\"wire.example\",\"articles\":2}]");
    JsonNode wire = all.get(1);
    assertThat(wire.get("first").asInt()).isEqualTo(1);
    assertThat(wire.get("medianLeadMs").asLong()).isEqualTo(720_000);
    assertThat(wire.get("copiedBy").toString())
        .isEqualTo("[{\"outlet\":\"paper.example\",\"articles\":2}]");
    assertThat(later.findValuesAsText("outlet")).isEqualTo(List.of("paper.example"));
  }

  @Test
  void shouldListDoubtsUntilSomebodyDecidesWhenVerdictsAreUnsure() {
    // Given
    CopyEvidence unsure =
        new CopyEvidence("wire", 0.4, 0.3, 0.4, 30, KEPT, 0, 0, 60_000L, 0.6, 0.3, "rules");
    StoryEvidence near = new StoryEvidence("Close.", 0.56, 0.55, List.of(), null, 0.0, "rules");
    StoryEvidence far = new StoryEvidence("Far.", 0.9, 0.55, List.of(), null, 0.0, "rules");
    monitor.take(article("wire", "wire.example", 0, KEPT).setStoryEvidence(far).build());
    monitor.take(copy("c1", "board.example", 5, KEPT).setCopyEvidence(unsure).build());
    monitor.take(article("near", "paper.example", 9, RIGHT).setStoryEvidence(near).build());

    // When
    JsonNode before = ask("/api/review").get("doubts");
    monitor.overrides.take(
        StoryOverride.newBuilder()
            .setOverrideId("o1")
            .setEdition("en")
            .setKind(OverrideKind.NOT_COPY)
            .setArticleIds(List.of("c1"))
            .setBy("night desk")
            .setAt(Samples.NOON)
            .build());
    JsonNode after = ask("/api/review").get("doubts");

    // Then
    assertThat(before.findValuesAsText("of")).isEqualTo(List.of("STORY", "COPY"));
    assertThat(after.findValuesAsText("of")).isEqualTo(List.of("STORY"));
  }
}
