package org.storywire.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * The few requests of Confluent's registry API (version 7) that storywire needs. Each asks once;
 * the exception says whether asking again may help. Safe for threads.
 */
public final class RegistryClient {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final String JSON_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A version of a subject. */
  public record Version(int version, int id, Schema schema) {}

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final RegistrySettings settings;
  private final String base;

  /** A client that has not asked yet. */
  public RegistryClient(RegistrySettings settings) {
    this.settings = settings;
    this.base = settings.url().toString().replaceFirst("/+$", "");
  }

  /** Address of the registry. */
  public URI url() {
    return settings.url();
  }

  /**
   * The schema with an id.
   *
   * @return empty if the registry has none
   * @throws RegistryException if it does not answer as it must
   */
  public Optional<Schema> schema(int id) {
    return get("/schemas/ids/" + id).map(json -> parse(json, "schema " + id));
  }

  /**
   * All versions of a subject, oldest first.
   *
   * @return empty if the registry has no such subject
   * @throws RegistryException if it does not answer as it must
   */
  public List<Version> versions(String subject) {
    String path = "/subjects/" + encode(subject) + "/versions";
    List<Version> versions = new ArrayList<>();
    for (JsonNode number : get(path).orElseGet(JSON::createArrayNode)) {
      get(path + "/" + number.asInt())
          .ifPresent(
              json ->
                  versions.add(
                      new Version(
                          number.asInt(),
                          json.path("id").asInt(),
                          parse(json, subject + " version " + number))));
    }
    return List.copyOf(versions);
  }

  /**
   * Adds a version to a subject, or finds it there.
   *
   * @return the schema's id
   * @throws RegistryException if it is incompatible, or the registry does not answer as it must
   */
  public int register(String subject, Schema schema) {
    JsonNode body = JSON.createObjectNode().put("schema", schema.toString());
    return send("POST", "/subjects/" + encode(subject) + "/versions", Optional.of(body))
        .map(json -> json.path("id").asInt())
        .orElseThrow(() -> new RegistryException("unable to register a schema at " + base));
  }

  /** Makes the registry refuse versions that some reader of any version could not read. */
  public void requireFullTransitive(String subject) {
    JsonNode body = JSON.createObjectNode().put("compatibility", "FULL_TRANSITIVE");
    send("PUT", "/config/" + encode(subject), Optional.of(body));
  }

  private Optional<JsonNode> get(String path) {
    return send("GET", path, Optional.empty());
  }

  /** Answer to a request; empty if what it names is not there. */
  private Optional<JsonNode> send(String method, String path, Optional<JsonNode> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(ANSWER_WITHIN)
            .header("Accept", JSON_TYPE + ", application/json")
            .header("Content-Type", JSON_TYPE)
            .method(
                method,
                body.map(json -> BodyPublishers.ofString(json.toString()))
                    .orElseGet(BodyPublishers::noBody));
    settings
        .userInfo()
        .ifPresent(
            user ->
                request.header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(user.getBytes(StandardCharsets.UTF_8))));
    String what = method + " " + base + path;
    try {
      return answer(what, http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new RegistryUnavailableException(
          "no answer to "
              + what
              + ": "
              + e.getClass().getSimpleName()
              + (e.getMessage() == null ? "" : " " + e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryException("interrupted while waiting for " + what, e);
    }
  }

  private static Optional<JsonNode> answer(String what, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status >= 500 || status == 408 || status == 429) {
      throw new RegistryUnavailableException(what + " gave status " + status);
    }
    JsonNode json = json(what, response);
    if (status == 404 && json.path("error_code").asInt() / 100 == 404) {
      return Optional.empty();
    }
    if (status != 200) {
      throw new RegistryException(
          what + " gave status " + status + ": " + json.path("message").asText("no message"));
    }
    return Optional.of(json);
  }

  private static JsonNode json(String what, HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new RegistryException(
          what + " gave status " + response.statusCode() + " and no JSON, expected a registry", e);
    }
  }

  private static Schema parse(JsonNode json, String what) {
    try {
      return new Schema.Parser().parse(json.path("schema").asText());
    } catch (SchemaParseException e) {
      throw new RegistryException("unable to read " + what + " as an Avro schema", e);
    }
  }

  private static String encode(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
