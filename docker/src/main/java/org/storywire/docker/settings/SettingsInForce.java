package org.storywire.docker.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.processor.app.ProcessorProperties;
import org.storywire.processor.app.Settings;
import org.storywire.schemas.ClientSettings;

/** The value of every setting, and where it comes from. */
final class SettingsInForce {

  /**
   * One value.
   *
   * @param origin "default", the file, the variable, or the command line
   */
  record Value(String key, String value, String origin) {

    /** As it may be shown. */
    Value withoutSecret() {
      boolean secret = !origin.equals(DEFAULT) && ClientSettings.isSecret(key);
      return secret ? new Value(key, "[hidden]", origin) : this;
    }
  }

  private static final String DEFAULT = "default";

  private SettingsInForce() {}

  /**
   * All settings in the order in which they are listed, then single Kafka properties by name.
   *
   * @param file properties file, if one is given
   * @param flags keys and values from the command line
   * @throws IllegalArgumentException if a key is unknown or a value of the processor's illegal
   */
  static List<Value> of(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    Map<String, String> inFile = file.map(Settings::properties).orElse(Map.of());
    check(file, environment, flags, inFile);
    List<Value> values = new ArrayList<>();
    for (Key key : Key.all()) {
      values.add(value(key, file, inFile, environment, flags));
    }
    Set<String> client = new TreeSet<>();
    client.addAll(inFile.keySet());
    client.addAll(flags.keySet());
    client.removeIf(
        key -> !key.startsWith(ClientSettings.PREFIX) || key.equals(ClientSettings.FILE));
    for (String name : client) {
      values.add(value(new Key(name, "", ""), file, inFile, Map.of(), flags));
    }
    return values;
  }

  private static Value value(
      Key key,
      Optional<Path> file,
      Map<String, String> inFile,
      Map<String, String> environment,
      Map<String, String> flags) {
    String name = key.name();
    if (flags.containsKey(name)) {
      return new Value(name, flags.get(name).strip(), "command line");
    }
    if (environment.containsKey(key.variable())) {
      return new Value(name, environment.get(key.variable()), "environment " + key.variable());
    }
    if (inFile.containsKey(name)) {
      return new Value(name, inFile.get(name).strip(), "file " + file.orElseThrow());
    }
    return new Value(name, key.defaultValue(), DEFAULT);
  }

  /** As the commands themselves check them. */
  private static void check(
      Optional<Path> file,
      Map<String, String> environment,
      Map<String, String> flags,
      Map<String, String> inFile) {
    Map<String, String> ofProcessor =
        flags.entrySet().stream()
            .filter(flag -> !Settings.isOfIngest(flag.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    ProcessorProperties.check(Settings.load(file, environment, ofProcessor));
    Map<String, String> ofIngest = new TreeMap<>(inFile);
    ofIngest.putAll(flags);
    ofIngest.keySet().removeIf(key -> !Settings.isOfIngest(key));
    IngestConfig.from(ofIngest);
    FetchConfig.from(ofIngest);
  }
}
