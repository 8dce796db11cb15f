package org.storywire.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Settings as commands of ingest find them: environment ({@code INGEST_RATE} for {@code
 * ingest.rate}) before properties file.
 */
public final class IngestSettings {

  /** What the keys of ingest begin with. */
  private static final List<String> PREFIXES =
      List.of("ingest.", "fetch.", IngestConfig.KAFKA_PREFIX);

  private IngestSettings() {}

  /**
   * Reads settings.
   *
   * @param file properties file; null for none
   * @param environment environment variables by name
   * @param keys that are looked for in the environment, beside {@link IngestConfig#KEYS} and {@link
   *     IngestConfig#SHARED_KEYS}
   * @param otherKeys whether a key of the file belongs to another feature
   * @throws IOException if the file can't be read
   * @throws IllegalArgumentException if the file has a key that nobody knows
   */
  public static Map<String, String> read(
      Path file,
      Map<String, String> environment,
      Collection<String> keys,
      Predicate<String> otherKeys)
      throws IOException {
    Map<String, String> settings = new TreeMap<>();
    if (file != null) {
      settings.putAll(ofFile(file, otherKeys));
    }
    for (Collection<String> known : List.of(IngestConfig.KEYS, IngestConfig.SHARED_KEYS, keys)) {
      for (String key : known) {
        String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        if (environment.containsKey(variable)) {
          settings.put(key, environment.get(variable));
        }
      }
    }
    return settings;
  }

  private static Map<String, String> ofFile(Path file, Predicate<String> otherKeys)
      throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> settings = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    requireKnown(settings.keySet(), otherKeys, file.toString());
    return settings;
  }

  /**
   * Refuses keys that nothing reads.
   *
   * @param where they stand, for the message
   * @throws IllegalArgumentException if there is one
   */
  public static void requireKnown(
      Collection<String> keys, Predicate<String> otherKeys, String where) {
    for (String key : keys) {
      boolean own =
          PREFIXES.stream().anyMatch(key::startsWith) || IngestConfig.SHARED_KEYS.contains(key);
      if (!own && !otherKeys.test(key)) {
        throw new IllegalArgumentException("unknown key " + key + " in " + where);
      }
    }
  }
}
