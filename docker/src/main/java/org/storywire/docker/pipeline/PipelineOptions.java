package org.storywire.docker.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options of commands that run a processor of their own. */
public final class PipelineOptions {

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads of the processor. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "A setting of the processor, as for process. May be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  /** Threads of the processor. */
  public int threads() {
    return threads;
  }

  /** Settings of the processor by key. */
  public Map<String, String> settings() {
    return Map.copyOf(settings);
  }
}
