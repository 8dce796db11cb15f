package org.storywire.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.storywire.schemas.Compatibility;

/** The part of Confluent's registry API that storywire asks, in memory; it can go down. */
public final class FakeRegistry implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, List<Integer>> subjects = new LinkedHashMap<>();
  private final Map<String, String> compatibility = new LinkedHashMap<>();
  private final List<Schema> schemas = new ArrayList<>();
  private Optional<String> userInfo = Optional.empty();
  private Optional<HttpServer> server = Optional.empty();
  private int port;
  private int requests;

  /** A registry that is up and holds nothing. */
  public static FakeRegistry started() {
    FakeRegistry registry = new FakeRegistry();
    registry.up();
    return registry;
  }

  /** Answers again, on the same port. */
  public synchronized void up() {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      http.createContext("/", this::handle);
      http.start();
      port = http.getAddress().getPort();
      server = Optional.of(http);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses connections; what it holds stays. */
  public synchronized void down() {
    server.ifPresent(http -> http.stop(0));
    server = Optional.empty();
  }

  /** Forgets all it holds. */
  public synchronized void forget() {
    subjects.clear();
    schemas.clear();
  }

  /** Answers only those who present this. */
  synchronized void require(String user) {
    userInfo = Optional.of(user);
  }

  /** Settings that lead here. */
  public synchronized Map<String, String> settings() {
    return Map.of(RegistrySettings.URL, "http://127.0.0.1:" + port);
  }

  /** A client without user and password. */
  public RegistryClient client() {
    return new RegistryClient(RegistrySettings.from(settings()).orElseThrow());
  }

  /** Requests answered so far. */
  synchronized int requests() {
    return requests;
  }

  /** What new versions of a subject are held to. */
  synchronized String compatibility(String subject) {
    return compatibility.getOrDefault(subject, "NONE");
  }

  /** Adds a version, compatible or not; gives its id. */
  public synchronized int put(String subject, Schema schema) {
    int index = schemas.indexOf(schema);
    if (index < 0) {
      schemas.add(schema);
      index = schemas.size() - 1;
    }
    List<Integer> ids = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
    if (!ids.contains(index + 1)) {
      ids.add(index + 1);
    }
    return index + 1;
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    requests++;
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try (exchange) {
      if (!allowed(exchange)) {
        answer(exchange, 401, error(401, "Unauthorized"));
      } else if (path[0].equals("schemas")) {
        schema(exchange, Integer.parseInt(path[2]));
      } else if (path[0].equals("config")) {
        compatibility.put(path[1], JSON.readTree(body).get("compatibility").asText());
        answer(exchange, 200, JSON.readTree(body));
      } else if (exchange.getRequestMethod().equals("POST")) {
        register(exchange, path[1], new Schema.Parser().parse(json(body)));
      } else {
        versions(exchange, path);
      }
    }
  }

  private boolean allowed(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    return userInfo
        .map(user -> Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
        .map(encoded -> ("Basic " + encoded).equals(given))
        .orElse(true);
  }

  private void schema(HttpExchange exchange, int id) throws IOException {
    if (id < 1 || id > schemas.size()) {
      answer(exchange, 404, error(40403, "Schema " + id + " not found"));
    } else {
      answer(exchange, 200, JSON.createObjectNode().put("schema", schemas.get(id - 1).toString()));
    }
  }

  private void register(HttpExchange exchange, String subject, Schema schema) throws IOException {
    List<Schema> others =
        subjects.getOrDefault(subject, List.of()).stream().map(id -> schemas.get(id - 1)).toList();
    if (compatibility(subject).equals("FULL_TRANSITIVE")
        && !Compatibility.problems(schema, others).isEmpty()) {
      answer(exchange, 409, error(409, "Schema is incompatible with an earlier one"));
    } else {
      answer(exchange, 200, JSON.createObjectNode().put("id", put(subject, schema)));
    }
  }

  private void versions(HttpExchange exchange, String[] path) throws IOException {
    List<Integer> ids = subjects.get(path[1]);
    if (ids == null) {
      answer(exchange, 404, error(40401, "Subject not found"));
    } else if (path.length == 3) {
      ArrayNode numbers = JSON.createArrayNode();
      for (int version = 1; version <= ids.size(); version++) {
        numbers.add(version);
      }
      answer(exchange, 200, numbers);
    } else {
      int version = Integer.parseInt(path[3]);
      int id = ids.get(version - 1);
      answer(
          exchange,
          200,
          JSON.createObjectNode()
              .put("id", id)
              .put("version", version)
              .put("schema", schemas.get(id - 1).toString()));
    }
  }

  private static String json(String body) throws IOException {
    return JSON.readTree(body).get("schema").asText();
  }

  private static ObjectNode error(int code, String message) {
    return JSON.createObjectNode().put("error_code", code).put("message", message);
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    down();
  }
}
