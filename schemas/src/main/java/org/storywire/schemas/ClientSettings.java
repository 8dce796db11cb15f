package org.storywire.schemas;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Properties of Kafka's clients as settings give them: those of a properties file, such as Kafka's
 * own tools take, then single ones, which win.
 *
 * <p>A value may name a place instead of a secret, in the syntax of Kafka's config providers:
 * {@code ${env:NAME}}, {@code ${file:PATH:KEY}}, {@code ${directory:PATH:FILE}}.
 */
public final class ClientSettings {

  /** What the settings begin with that are handed to Kafka's clients, without it. */
  public static final String PREFIX = "kafka.";

  /** Key of the properties file. */
  public static final String FILE = "kafka.config";

  /** Value of {@link #FILE} where there is none. */
  public static final String NONE = "none";

  private static final String PROVIDERS = "config.providers";
  private static final Map<String, String> PLACES =
      Map.of(
          PROVIDERS,
          "env,file,directory",
          "config.providers.env.class",
          "org.apache.kafka.common.config.provider.EnvVarConfigProvider",
          "config.providers.file.class",
          "org.apache.kafka.common.config.provider.FileConfigProvider",
          "config.providers.directory.class",
          "org.apache.kafka.common.config.provider.DirectoryConfigProvider");
  private static final List<String> SECRET_WORDS =
      List.of(
          "password",
          "secret",
          "jaas",
          "token",
          "credential",
          "user-info",
          "user.info",
          "key.pem",
          "keystore.key");

  private ClientSettings() {}

  /**
   * Puts file and single properties together.
   *
   * @param file path of the file; null, empty or {@value #NONE} for none
   * @param single properties by Kafka's names, without {@link #PREFIX}
   * @throws UncheckedIOException if the file can't be read
   */
  public static Map<String, String> of(String file, Map<String, String> single) {
    Map<String, String> all = new TreeMap<>();
    if (file != null && !file.isBlank() && !file.equals(NONE)) {
      all.putAll(read(Path.of(file)));
    }
    all.putAll(single);
    boolean placed = all.values().stream().anyMatch(value -> value.contains("${"));
    if (placed && !all.containsKey(PROVIDERS)) {
      all.putAll(PLACES);
    }
    return all;
  }

  /** True if a value under this key must not be shown. */
  public static boolean isSecret(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return SECRET_WORDS.stream().anyMatch(lower::contains);
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + FILE + " " + file, e);
    }
    Map<String, String> map = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(key -> map.put(key, properties.getProperty(key).strip()));
    return map;
  }
}
