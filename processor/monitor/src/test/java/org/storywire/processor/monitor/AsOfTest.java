package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;

/** What stories said at an earlier time. */
class AsOfTest {

  private TestMonitor monitor;

  @BeforeEach
  void start() {
    monitor = new TestMonitor();
    tell("ferry", 1, 0, "Ferry aground", "All 212 are safe.");
    tell("tram", 1, 5, "Tram derails", "Nobody is hurt.");
    tell("ferry", 2, 10, "Ferry afloat again", "Tugs pulled it free.");
    monitor.take(update("ferry", 3, 2, "Ferry afloat again").setLate(true).build());
    tell("ferry", 4, 30, "Ferry in dock", "Divers found a crack.");
  }

  @AfterEach
  void stop() {
    monitor.close();
  }

  private static Instant minute(int minutes) {
    return Samples.NOON.plusSeconds(60L * minutes);
  }

  private static StoryUpdate.Builder update(String story, int revision, int minute, String line) {
    return Samples.update(story, revision).setAt(minute(minute)).setHeadline(line);
  }

  private void tell(String story, int revision, int minute, String line, String news) {
    monitor.take(
        update(story, revision, minute, line).setNews(List.of(Samples.news(news))).build());
  }

  private JsonNode ask(String path) {
    return Http.ask(monitor.address() + path);
  }

  @ParameterizedTest
  @CsvSource({
    "0, Ferry aground, All 212 are safe., 1, 1",
    "9, Ferry aground, All 212 are safe., 1, 1",
    "10, Ferry afloat again, All 212 passengers are safe; the operator said., 3, 3",
    "29, Ferry afloat again, All 212 passengers are safe; the operator said., 3, 3",
    "31, Ferry in dock, Divers found a crack., 4, 4"
  })
  void shouldSayWhatWasKnownWhenTimeIsGiven(
      int minute, String headline, String news, int independent, int events) {
    // When
    JsonNode story = ask("/api/stories/ferry?as-of=" + minute(minute));

    // Then
    assertThat(story.get("headline").asText()).isEqualTo(headline);
    assertThat(story.get("latestNews").asText().replace(',', ';')).isEqualTo(news);
    assertThat(story.get("independent").asInt()).isEqualTo(independent);
    assertThat(story.get("updates")).hasSize(events);
  }

  @Test
  void shouldTellWhatChangedWhenTwoTimesAreGiven() {
    // When
    JsonNode story = ask("/api/stories/ferry?since=" + minute(5) + "&as-of=" + minute(20));

    // Then
    assertThat(story.get("before").get("headline").asText()).isEqualTo("Ferry aground");
    assertThat(story.get("headline").asText()).isEqualTo("Ferry afloat again");
    assertThat(story.get("updates").findValuesAsText("revision")).isEqualTo(List.of("2", "3"));
  }

  @Test
  void shouldShowStoriesOfThatTimeWhenListIsAskedFor() {
    // When
    JsonNode early = ask("/api/stories?as-of=" + minute(2)).get("stories");
    JsonNode later = ask("/api/stories?q=tram&as-of=" + minute(6)).get("stories");

    // Then
    assertThat(early.findValuesAsText("headline")).isEqualTo(List.of("Ferry aground"));
    assertThat(later.findValuesAsText("headline")).isEqualTo(List.of("Tram derails"));
  }

  @Test
  void shouldKeepStoriesApartWhenTheyWereMergedLater() {
    // Given
    monitor.take(
        Samples.story("tram")
            .setRevision(2)
            .setState(StoryState.MERGED)
            .setRedirectTo("ferry")
            .build());
    monitor.take(
        update("ferry", 5, 40, "Ferry in dock")
            .setKind(UpdateKind.MERGED)
            .setOtherStoryId("tram")
            .build());

    // When
    JsonNode before = ask("/api/stories/tram?as-of=" + minute(39));
    JsonNode after = ask("/api/stories/tram?as-of=" + minute(40));
    JsonNode list = ask("/api/stories?as-of=" + minute(40)).get("stories");

    // Then
    assertThat(before.get("headline").asText()).isEqualTo("Tram derails");
    assertThat(after.get("id").asText()).isEqualTo("ferry");
    assertThat(after.get("redirectedFrom").asText()).isEqualTo("tram");
    assertThat(list.findValuesAsText("id")).isEqualTo(List.of("ferry"));
  }

  @Test
  void shouldShowReportsOfThatTimeWhenMoreCameLater() {
    // Given
    new InventedNews(monitor).tell(Samples.NOON);
    JsonNode now = ask("/api/stories/story-flood");
    String second = now.get("updates").get(1).get("at").asText();

    // When
    JsonNode then = ask("/api/stories/story-flood?as-of=" + second);

    // Then
    assertThat(then.get("reports").findValuesAsText("id")).isEqualTo(List.of("f1", "f2"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/stories/ferry?as-of=yesterday, 400",
    "/api/stories/ferry?as-of=2026-03-02T12:00:00, 400",
    "/api/stories/ferry?when=now, 400",
    "/api/stories/ferry?as-of=2026-03-02T11:59:59Z, 404",
    "/api/stories/none?as-of=2026-03-02T13:00:00Z, 404",
    "/api/stories?as-of=-999999999-01-01T00:00:00Z, 400",
    "/api/stories/ferry?as-of=%2B999999999-12-31T00:00:00Z, 400",
    "/api/stories/ferry?as-of=9999-12-31T00:00:00Z, 200",
    "/api/stories?as-of=2026-03-02T13:00:00%2B02:00, 200"
  })
  void shouldSayWhatWasExpectedWhenTimeIsWrong(String path, int status) {
    // When
    int answered = Http.get(monitor.address() + path).statusCode();

    // Then
    assertThat(answered).isEqualTo(status);
  }
}
