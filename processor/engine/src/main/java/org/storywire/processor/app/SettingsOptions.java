package org.storywire.processor.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command with settings shares. */
public final class SettingsOptions {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Properties file with settings.")
  private Path file;

  @Option(
      names = {"-b", "--bootstrap-server"},
      paramLabel = "HOST:PORT",
      description = "Brokers to connect to; short for -s bootstrap.servers=…")
  private String bootstrapServers;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "A setting; wins over environment and file. May be repeated.")
  private Map<String, String> flags = new LinkedHashMap<>();

  /** Settings in force for this command. */
  public Settings load() {
    return Settings.load(file(), System.getenv(), flags());
  }

  /** The properties file, if one is given. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** Settings of the command line. */
  public Map<String, String> flags() {
    Map<String, String> all = new LinkedHashMap<>(flags);
    if (bootstrapServers != null) {
      all.put(Setting.BOOTSTRAP_SERVERS.key(), bootstrapServers);
    }
    return all;
  }
}
