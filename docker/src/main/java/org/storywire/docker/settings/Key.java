package org.storywire.docker.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.storywire.ingest.IngestKeys;
import org.storywire.processor.app.Setting;

/**
 * A setting of any command.
 *
 * @param name name in a properties file
 * @param defaultValue value where nobody sets one
 * @param meaning what it does, with its range
 */
record Key(String name, String defaultValue, String meaning) {

  /** All settings, those of the processor and of all commands first. */
  static List<Key> all() {
    List<Key> keys = new ArrayList<>();
    Arrays.stream(Setting.values())
        .map(each -> new Key(each.key(), each.defaultValue(), each.meaning()))
        .forEach(keys::add);
    IngestKeys.ALL.stream()
        .map(each -> new Key(each.name(), each.defaultValue(), each.meaning()))
        .forEach(keys::add);
    return keys;
  }

  /** Name in the environment, for example {@code OPS_PORT}. */
  String variable() {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
