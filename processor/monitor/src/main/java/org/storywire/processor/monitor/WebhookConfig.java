package org.storywire.processor.monitor;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * A target that updates are sent to, as the operator configured it. Read from properties:
 *
 * <pre>
 * desk.url=https://desk.example/storywire
 * desk.query=topic=medtop:03000000&amp;material=true
 * desk.secret-file=/etc/storywire/desk.secret
 * </pre>
 *
 * @param name letters, digits and hyphens; also names the place where deliveries are remembered
 * @param url where updates are posted to, https or http
 * @param query which updates are sent
 * @param secret key of the signature, at least 16 characters
 */
record WebhookConfig(String name, URI url, Query query, String secret) {

  private static final Set<String> KEYS = Set.of("url", "query", "secret-file");
  private static final int SHORTEST_SECRET = 16;

  WebhookConfig {
    if (!name.matches("[A-Za-z0-9-]{1,40}")) {
      throw new IllegalArgumentException(
          "illegal webhook name: " + name + ", expected letters, digits and hyphens");
    }
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web || url.getHost() == null) {
      throw new IllegalArgumentException(
          "illegal " + name + ".url: " + url + ", expected an http or https address");
    }
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "the secret of webhook "
              + name
              + " has "
              + secret.length()
              + " characters, expected at least "
              + SHORTEST_SECRET);
    }
  }

  /**
   * Reads all targets of a properties file, by name.
   *
   * @throws IllegalArgumentException naming the key that is unknown, missing or malformed
   */
  static List<WebhookConfig> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read webhooks from " + file, e);
    }
    Map<String, Map<String, String>> targets = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      int dot = key.indexOf('.');
      String field = key.substring(dot + 1);
      if (dot < 1 || !KEYS.contains(field)) {
        throw new IllegalArgumentException(
            "unknown key in " + file + ": " + key + ", expected NAME.url, .query or .secret-file");
      }
      targets
          .computeIfAbsent(key.substring(0, dot), name -> new TreeMap<>())
          .put(field, properties.getProperty(key).strip());
    }
    List<WebhookConfig> configs = new ArrayList<>();
    targets.forEach(
        (name, fields) ->
            configs.add(
                new WebhookConfig(
                    name,
                    URI.create(needed(name, fields, "url")),
                    Query.parse(fields.getOrDefault("query", "")),
                    secret(Path.of(needed(name, fields, "secret-file"))))));
    return configs;
  }

  @Override
  public String toString() {
    return "WebhookConfig[name=" + name + ", url=" + url + ", secret=hidden]";
  }

  private static String needed(String name, Map<String, String> fields, String field) {
    String value = fields.get(field);
    if (value == null) {
      throw new IllegalArgumentException("webhook " + name + " has no " + name + "." + field);
    }
    return value;
  }

  private static String secret(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read the secret file " + file, e);
    }
  }
}
