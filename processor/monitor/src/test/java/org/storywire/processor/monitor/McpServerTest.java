package org.storywire.processor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What agents of both revisions of the protocol are answered. */
class McpServerTest {

  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

  private TestMonitor monitor;

  @BeforeEach
  void start() {
    monitor = new TestMonitor();
    new InventedNews(monitor).tell(Samples.NOON);
  }

  @AfterEach
  void stop() {
    monitor.close();
  }

  private static HttpResponse<String> post(
      TestMonitor monitor, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(monitor.address() + "/mcp"))
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    Map<String, String> all = new TreeMap<>(headers);
    all.putIfAbsent("Content-Type", "application/json");
    all.forEach(request::header);
    return Http.send(request.build());
  }

  private HttpResponse<String> post(String body, String... headers) {
    Map<String, String> named = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      named.put(headers[i], headers[i + 1]);
    }
    return post(monitor, body, named);
  }

  /** A request of the stateless revision. */
  private HttpResponse<String> ask(String method, String params) {
    return post(
        request(method, META + (params.isEmpty() ? "" : ",") + params),
        "MCP-Protocol-Version",
        "2026-07-28",
        "Mcp-Method",
        method);
  }

  private JsonNode call(String tool, String arguments) {
    HttpResponse<String> answer =
        post(
            request(
                "tools/call", META + ",\"name\":\"" + tool + "\",\"arguments\":" + arguments + ""),
            "MCP-Protocol-Version",
            "2026-07-28",
            "Mcp-Method",
            "tools/call",
            "Mcp-Name",
            tool);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Http.json(answer.body()).get("result");
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\""
        + method
        + "\",\"params\":{"
        + params
        + "}}";
  }

  @Test
  void shouldFollowNewsWhenClientIsStateless() {
    // When / Then: what there is
    JsonNode about = Http.json(ask("server/discover", "").body()).get("result");
    assertThat(about.get("supportedVersions").get(0).asText()).isEqualTo("2026-07-28");
    assertThat(about.get("capabilities").has("tools")).isTrue();
    JsonNode tools = Http.json(ask("tools/list", "").body()).get("result").get("tools");
    assertThat(tools.findValuesAsText("name"))
        .isEqualTo(List.of("search_stories", "get_story", "updates_since", "who_had_it_first"));

    // When / Then: a story is found and read
    JsonNode found = call("search_stories", "{\"q\":\"calder\",\"min-sources\":2}");
    JsonNode story = found.get("structuredContent").get("stories").get(0);
    assertThat(story.get("id").asText()).isEqualTo("story-flood");
    assertThat(Http.json(found.get("content").get(0).get("text").asText()))
        .isEqualTo(found.get("structuredContent"));
    JsonNode read = call("get_story", "{\"id\":\"story-flood\"}").get("structuredContent");
    assertThat(read.get("reports")).hasSize(11);

    // When / Then: what happened since
    String position = found.get("structuredContent").get("position").asText();
    monitor.take(Samples.update("new", 1).build());
    JsonNode since = call("updates_since", "{\"since\":\"" + position + "\"}");
    assertThat(since.get("structuredContent").get("updates").findValuesAsText("storyId"))
        .isEqualTo(List.of("new"));

    // When / Then: who had it first
    JsonNode first =
        call(
            "who_had_it_first",
            "{\"text\":\"The River Calder broke its banks at Mill Street shortly before six.\"}");
    assertThat(first.get("structuredContent").get("first").asText()).isEqualTo("f1");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-18, 2025-06-18",
    "2025-11-25, 2025-11-25",
    "2026-07-28, 2025-11-25",
    "1999-01-01, 2025-11-25"
  })
  void shouldShakeHandsWhenClientIsOlder(String wanted, String agreed) {
    // When
    JsonNode hello =
        Http.json(post(request("initialize", "\"protocolVersion\":\"" + wanted + "\"")).body())
            .get("result");
    HttpResponse<String> ready =
        post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    HttpResponse<String> tools = post(request("tools/list", ""), "MCP-Protocol-Version", agreed);
    HttpResponse<String> ping = post(request("ping", ""), "MCP-Protocol-Version", agreed);

    // Then
    assertThat(hello.get("protocolVersion").asText()).isEqualTo(agreed);
    assertThat(hello.get("serverInfo").get("name").asText()).isEqualTo("storywire");
    assertThat(ready.statusCode()).isEqualTo(202);
    assertThat(ready.body()).isEmpty();
    assertThat(Http.json(tools.body()).get("result").get("tools")).hasSize(4);
    assertThat(Http.json(ping.body()).get("id").asInt()).isEqualTo(7);
    assertThat(ping.headers().firstValue("Mcp-Session-Id")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          search_stories   | {"colour":"red"}     | unknown parameter
          search_stories   | {"topic":["%%"]}     | illegal topic
          get_story        | {"id":"none"}        | no story
          get_story        | {}                   | no story
          updates_since    | {"since":"then"}     | illegal since
          who_had_it_first | {"text":"too short"} | expected at least 8
          who_had_it_first | []                   | nothing is asked
          """)
  void shouldSayWhatIsWrongWhenArgumentsAre(String tool, String arguments, String expected) {
    // When
    JsonNode result = call(tool, arguments);

    // Then
    assertThat(result.get("isError").asBoolean()).isTrue();
    assertThat(result.get("content").get(0).get("text").asText()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-07-28 | tools/list     | 2026-07-28 | tools/call     | 400 | -32020
          2026-07-28 | tools/list     | 2025-11-25 | tools/list     | 400 | -32020
          2099-01-01 | tools/list     | 2099-01-01 | tools/list     | 400 | -32022
          2026-07-28 | initialize     | 2026-07-28 | initialize     | 404 | -32601
          2026-07-28 | resources/list | 2026-07-28 | resources/list | 404 | -32601
          """)
  void shouldRefuseWhenStatelessRequestIsWrong(
      String version, String method, String header, String named, int status, int code) {
    // When
    HttpResponse<String> answer =
        post(
            request(method, META.replace("2026-07-28", version)),
            "MCP-Protocol-Version",
            header,
            "Mcp-Method",
            named);

    // Then
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Http.json(answer.body()).get("error").get("code").asInt()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
        "{\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"
      })
  void shouldRefuseWhenMessageIsNoRequest(String body) {
    // When
    HttpResponse<String> answer = post(body);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Http.json(answer.body()).get("error").get("code").asInt()).isIn(-32700, -32600);
  }

  @Test
  void shouldRefuseWhenPageOfAnotherOriginAsks() {
    // When
    int other = post(request("ping", ""), "Origin", "https://rebound.example").statusCode();
    int none = post(request("ping", ""), "Origin", "null").statusCode();
    int own = post(request("ping", ""), "Origin", monitor.address()).statusCode();
    int form = post(request("ping", ""), "Content-Type", "text/plain").statusCode();
    int get = Http.get(monitor.address() + "/mcp").statusCode();

    // Then
    assertThat(List.of(other, none, own, form, get)).isEqualTo(List.of(403, 403, 200, 415, 405));
  }

  @Test
  void shouldAskForTokenWhenOneIsSet() {
    // Given
    String token = "correct-horse-battery";
    try (TestMonitor guarded =
        new TestMonitor(10, History.none(), Optional.of(token), Samples.START, 0)) {

      // When
      int none = post(guarded, request("ping", ""), Map.of()).statusCode();
      int right =
          post(guarded, request("ping", ""), Map.of("Authorization", "Bearer " + token))
              .statusCode();

      // Then
      assertThat(none).isEqualTo(401);
      assertThat(right).isEqualTo(200);
    }
  }
}
