package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storywire.news.StoryState;

/** What the API answers. */
class MonitorServerTest {

  private TestMonitor monitor;

  @BeforeEach
  void start() {
    monitor = new TestMonitor();
  }

  @AfterEach
  void stop() {
    monitor.close();
  }

  @Test
  void shouldDescribeEveryRouteWhenOpenApiIsRead() {
    // Given
    Set<String> routes =
        new HashSet<>(
            MonitorServer.apiRoutes(
                    new Api(null, null, null, null, null, null, List.of()),
                    new DeskApi(null, null, null))
                .keySet());

    routes.add(MonitorServer.STREAM);
    routes.add("/api/overrides");
    routes.add(McpServer.PATH);

    // When
    JsonNode document = Http.ask(monitor.address() + "/api/openapi.json");

    // Then
    Set<String> described = new HashSet<>();
    document.get("paths").fieldNames().forEachRemaining(described::add);
    assertThat(described).isEqualTo(routes);
  }

  @Test
  void shouldDescribeEveryFieldWhenStoryIsAnswered() {
    // Given
    new InventedNews(monitor).tell(Samples.NOON);
    JsonNode schemas =
        Http.ask(monitor.address() + "/api/openapi.json").get("components").get("schemas");

    // When
    JsonNode story = Http.ask(monitor.address() + "/api/stories?limit=1").get("stories").get(0);
    JsonNode detail = Http.ask(monitor.address() + "/api/stories/story-flood");
    JsonNode health = Http.ask(monitor.address() + "/api/health");

    // Then
    assertThat(names(schemas.get("Story").get("properties"))).isEqualTo(names(story));
    assertThat(names(schemas.get("Update").get("properties")))
        .containsAll(names(detail.get("updates").get(0)));
    assertThat(names(schemas.get("Article").get("properties")))
        .isEqualTo(names(detail.get("reports").get(0)));
    assertThat(names(schemas.get("Health").get("properties"))).containsAll(names(health));
  }

  @Test
  void shouldGiveEveryStoryOnceWhenPaged() {
    // Given
    new InventedNews(monitor).tell(Samples.NOON);
    Set<String> seen = new HashSet<>();
    String after = "";
    int pages = 0;

    // When
    do {
      JsonNode page = Http.ask(monitor.address() + "/api/stories?limit=3" + after);
      page.get("stories").forEach(story -> assertThat(seen.add(story.get("id").asText())).isTrue());
      after = page.get("next").isNull() ? "" : "&after=" + page.get("next").asText();
      pages++;
    } while (!after.isEmpty());

    // Then
    assertThat(seen).hasSize(monitor.stories.size());
    assertThat(pages).isEqualTo(4);
  }

  @Test
  void shouldAnswerNotModifiedWhenTagIsKnown() {
    // Given
    new InventedNews(monitor).tell(Samples.NOON);
    String address = monitor.address() + "/api/stories";
    String tag = Http.get(address).headers().firstValue("ETag").orElseThrow();

    // When
    var unchanged = Http.get(address, "If-None-Match", tag);
    monitor.take(Samples.update("other", 1).build());
    var changed = Http.get(address, "If-None-Match", tag);

    // Then
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    assertThat(changed.statusCode()).isEqualTo(200);
  }

  @Test
  void shouldNameContinuingStoryWhenIdWasMerged() {
    // Given
    monitor.take(Samples.update("s1", 1).build());
    monitor.take(Samples.update("s2", 1).build());
    monitor.take(
        Samples.story("s2").setRevision(2).setState(StoryState.MERGED).setRedirectTo("s1").build());

    // When
    var answer = Http.get(monitor.address() + "/api/stories/s2");

    // Then
    assertThat(answer.headers().firstValue("Content-Location")).contains("/api/stories/s1");
    assertThat(Http.json(answer.body()).get("redirectedFrom").asText()).isEqualTo("s2");
    assertThat(Http.json(answer.body()).get("merged").get(0).asText()).isEqualTo("s2");
  }

  @Test
  void shouldContinueWhereItEndedWhenUpdatesAreAskedFor() {
    // Given
    for (int revision = 1; revision <= 5; revision++) {
      monitor.take(Samples.update("s1", revision).build());
    }

    // When
    JsonNode first = Http.ask(monitor.address() + "/api/updates?limit=3");
    JsonNode second =
        Http.ask(monitor.address() + "/api/updates?limit=3&since=" + first.get("next").asText());

    // Then
    assertThat(first.get("updates")).hasSize(3);
    assertThat(first.get("more").asBoolean()).isTrue();
    assertThat(second.get("updates").get(0).get("revision").asLong()).isEqualTo(4);
    assertThat(second.get("updates")).hasSize(2);
    assertThat(second.get("more").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/stories?colour=red",
        "/api/stories?limit=0",
        "/api/stories?after=%21",
        "/api/updates?since=yesterday",
        "/api/health?x=1",
        "/api/stream?q=a&q=b"
      })
  void shouldSayWhatWasExpectedWhenParameterIsWrong(String path) {
    // When
    var answer = Http.get(monitor.address() + path);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Http.json(answer.body()).get("error").asText()).isNotEmpty();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
