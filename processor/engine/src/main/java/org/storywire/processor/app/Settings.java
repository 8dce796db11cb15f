package org.storywire.processor.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.storywire.schemas.ClientSettings;
import org.storywire.schemas.Cluster;
import org.storywire.schemas.WireFormat;
import org.storywire.schemas.registry.RegistryFormat;
import org.storywire.schemas.registry.RegistrySettings;

/**
 * Settings in force. Later ones override earlier ones: defaults, properties file, environment,
 * flags. A key that starts with {@code kafka.} is handed to the Kafka clients without that prefix.
 */
public final class Settings {

  private static final String HIDDEN = "[hidden]";

  /** Commands share one file: what belongs to ingest is checked there. */
  private static final List<String> OF_INGEST = List.of("ingest.", "fetch.");

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);
  private final Map<String, String> client = new TreeMap<>();

  private Settings() {}

  /** Settings where nothing but {@code flags} is set. */
  public static Settings of(Map<String, String> flags) {
    return load(Optional.empty(), Map.of(), flags);
  }

  /**
   * Reads all layers.
   *
   * @param file properties file, if one is given
   * @param environment variables, looked up by {@link Setting#variable()}
   * @param flags keys and values from the command line
   * @throws IllegalArgumentException if file or flags have keys that nothing reads; names them all
   */
  public static Settings load(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    Settings settings = new Settings();
    for (Setting setting : Setting.values()) {
      settings.values.put(setting, setting.defaultValue());
    }
    file.ifPresent(
        path -> {
          Map<String, String> properties = properties(path);
          properties.keySet().removeIf(Settings::isOfIngest);
          settings.putAll(properties, path.toString());
        });
    for (Setting setting : Setting.values()) {
      String value = environment.get(setting.variable());
      if (value != null) {
        settings.values.put(setting, value);
      }
    }
    settings.putAll(flags, "the command line");
    return settings;
  }

  /**
   * Everything in a properties file, keys of ingest included.
   *
   * @throws UncheckedIOException if it can't be read
   */
  public static Map<String, String> properties(Path path) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read settings from " + path, e);
    }
    Map<String, String> map = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
    return map;
  }

  /** Whether a key is one of ingest's, which checks it itself. */
  public static boolean isOfIngest(String key) {
    return OF_INGEST.stream().anyMatch(key::startsWith);
  }

  private void putAll(Map<String, String> layer, String where) {
    List<String> unknown = new ArrayList<>();
    new TreeMap<>(layer)
        .forEach(
            (key, value) -> {
              Optional<Setting> setting = Setting.byKey(key);
              if (setting.isPresent()) {
                values.put(setting.get(), value.strip());
              } else if (key.startsWith(ClientSettings.PREFIX)) {
                client.put(key.substring(ClientSettings.PREFIX.length()), value.strip());
              } else {
                unknown.add(key);
              }
            });
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown settings in " + where + ": " + String.join(", ", unknown));
    }
  }

  /** Value as text. */
  public String text(Setting setting) {
    return values.get(setting);
  }

  /** Value as a whole number of at least {@code least}. */
  public int number(Setting setting, int least) {
    String value = text(setting);
    try {
      int number = Integer.parseInt(value);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw illegal(setting, value, "a whole number of at least " + least, e);
    }
    throw illegal(setting, value, "a whole number of at least " + least, null);
  }

  /** Value as a positive time span, written as in ISO 8601: P14D, PT0.1S. */
  public Duration duration(Setting setting) {
    String value = text(setting);
    try {
      Duration duration = Duration.parse(value);
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      throw illegal(setting, value, "a time span such as P14D or PT0.1S", e);
    }
    throw illegal(setting, value, "a time span above zero", null);
  }

  /** Value as names separated by commas; none for "none". */
  public List<String> list(Setting setting) {
    String value = text(setting);
    return value.equals("none")
        ? List.of()
        : Arrays.stream(value.split(",", -1)).map(String::strip).filter(v -> !v.isEmpty()).toList();
  }

  /** Value as one of the given words. */
  public String oneOf(Setting setting, String... allowed) {
    String value = text(setting);
    if (List.of(allowed).contains(value)) {
      return value;
    }
    throw illegal(setting, value, "one of " + String.join(", ", allowed), null);
  }

  private static IllegalArgumentException illegal(
      Setting setting, String value, String expected, Throwable cause) {
    return new IllegalArgumentException(
        "illegal " + setting.key() + ": " + value + ", must be " + expected, cause);
  }

  /** What is handed to the Kafka clients as it is: the file's properties, then single ones. */
  public Map<String, String> client() {
    return Map.copyOf(ClientSettings.of(text(Setting.KAFKA_CONFIG), client));
  }

  /** How values of the topics are written; the caller closes it. */
  public WireFormat wireFormat() {
    return RegistryFormat.of(registry());
  }

  /** Where the schema registry is; empty if there is none. */
  public Optional<RegistrySettings> schemaRegistry() {
    return RegistrySettings.from(registry());
  }

  private Map<String, String> registry() {
    return Map.of(
        RegistrySettings.URL, text(Setting.SCHEMA_REGISTRY_URL),
        RegistrySettings.USER_INFO, text(Setting.SCHEMA_REGISTRY_USER_INFO));
  }

  /** How the cluster is reached, for plain readers and writers. */
  public Cluster cluster() {
    return new Cluster(text(Setting.BOOTSTRAP_SERVERS), client(), wireFormat());
  }

  /** All settings in force, secrets hidden, for the log. */
  @Override
  public String toString() {
    Map<String, String> shown = new TreeMap<>();
    values.forEach((setting, value) -> shown.put(setting.key(), shown(setting, value)));
    client.forEach(
        (key, value) ->
            shown.put(ClientSettings.PREFIX + key, ClientSettings.isSecret(key) ? HIDDEN : value));
    return shown.toString();
  }

  private static String shown(Setting setting, String value) {
    boolean set = !value.equals(setting.defaultValue());
    return set && ClientSettings.isSecret(setting.key()) ? HIDDEN : value;
  }
}
