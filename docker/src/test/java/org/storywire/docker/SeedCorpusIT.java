package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five real articles on one developing story; they are not part of the project. */
class SeedCorpusIT {

  private static final String A_000 = "000_a904126afae04d74";
  private static final String A_001 = "001_02b680608b2a16e4";
  private static final String A_002 = "002_731ce156e8904b33";
  private static final String A_003 = "003_22c3460a9af4ed6d";
  private static final String A_004 = "004_f1c5531099651ada";
  private static final List<String> FIVE = List.of(A_000, A_001, A_002, A_003, A_004);

  @TempDir private static Path directory;
  private static Replayed replayed;

  @BeforeAll
  static void replay() {
    Optional<Path> corpus = seedCorpus();
    assumeTrue(
        corpus.isPresent(),
        "skipped: there is no directory shared/seed-corpus beside the checkout, and neither"
            + " -Dstorywire.shared nor STORYWIRE_SHARED names one");
    replayed = Replayed.of(List.of(corpus.get()), directory.resolve("out"));
  }

  private static Optional<Path> seedCorpus() {
    return Stream.of(
            Optional.ofNullable(System.getProperty("storywire.shared")).map(Path::of),
            Optional.ofNullable(System.getenv("STORYWIRE_SHARED")).map(Path::of),
            Optional.of(Path.of("").toAbsolutePath().getParent().resolveSibling("shared")))
        .flatMap(Optional::stream)
        .map(shared -> shared.resolve("seed-corpus"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static JsonNode article(String id) {
    return replayed.articles().get(id);
  }

  private static String story(String id) {
    return article(id).get("story").asText();
  }

  @Test
  void shouldTakeNoneOfTheFiveForACopyWhenTheyRetellOneAnother() {
    assertThat(FIVE)
        .allSatisfy(id -> assertThat(article(id).get("verdict").asText()).isEqualTo("original"));
  }

  @Test
  void shouldPutAllFiveIntoOneStory() {
    assertThat(FIVE).extracting(SeedCorpusIT::story).containsOnly(story(A_004));
  }

  @Test
  void shouldTakeTheOtherArticlesOutOfTheAggregatorsPage() {
    // When
    Map<String, JsonNode> articles = replayed.articles();

    // Then
    assertThat(articles).hasSize(8);
    assertThat(article(A_002 + "#1").get("title").asText())
        .isEqualTo("India welcomes progress in peace talks");
    assertThat(story(A_002 + "#1")).isEqualTo(story(A_002));
    assertThat(story(A_002 + "#2")).isNotEqualTo(story(A_002));
    assertThat(story(A_002 + "#3")).isNotIn(story(A_002), story(A_002 + "#2"));
    assertThat(article(A_002).toString())
        .doesNotContain("UNIFIL")
        .doesNotContain("National Guard")
        .doesNotContain("Orange background");
    assertThat(article(A_002).get("credits").toString())
        .contains("Wall Street Journal")
        .contains("Hindustan Times");
  }

  @Test
  void shouldTellTheEventsInTheOrderOfTheDays() {
    // When
    List<String> order =
        replayed.lines("story-updates.jsonl").stream()
            .map(update -> update.path("nativeId").asText())
            .filter(FIVE::contains)
            .distinct()
            .toList();

    // Then
    assertThat(order).containsExactly(A_004, A_001, A_002, A_000, A_003);
  }

  @Test
  void shouldSayWhatTheLastArticleAdds() {
    assertThat(replayed.news(A_003))
        .contains("Article 5")
        .containsIgnoringCase("trilateral")
        .containsIgnoringCase("ceasefire");
  }

  @Test
  void shouldReadTheDateLineInTwoLanguages() {
    assertThat(article(A_001).get("published").asText()).startsWith("2025-08-16");
    assertThat(article(A_001).get("credits").toString()).contains("Agustina Blanco");
    assertThat(replayed.news(A_001)).doesNotContain("de agosto");
  }

  @Test
  void shouldLeaveTrailingSiteLinesOutOfTheText() {
    assertThat(replayed.news(A_000)).doesNotContain("Moneycontrol App").doesNotContain("Al News");
    assertThat(replayed.news(A_004)).doesNotContain("Comments");
  }

  @Test
  void shouldTagWarAndPeaceProcess() {
    assertThat(FIVE)
        .allSatisfy(
            id ->
                assertThat(article(id).get("topics").findValuesAsText("code"))
                    .contains("medtop:16000000", "medtop:20000073"));
  }
}
