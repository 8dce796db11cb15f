package org.storywire.docker.pipeline;

import java.nio.file.Path;
import java.util.Map;

/** Builds the processor that a pipeline runs. */
public interface ProcessorFactory {

  /**
   * What a pipeline decides about its processor.
   *
   * @param bootstrapServers the broker, host:port
   * @param stateDirectory where its state stores live
   * @param threads stream threads [1..]
   * @param settings further settings of the processor by key
   */
  record Surroundings(
      String bootstrapServers, Path stateDirectory, int threads, Map<String, String> settings) {

    /** Checks the number of threads and copies the settings. */
    public Surroundings {
      if (threads < 1) {
        throw new IllegalArgumentException("illegal threads: " + threads + ", must be at least 1");
      }
      settings = Map.copyOf(settings);
    }
  }

  /** A processor that is not started yet. */
  Processor create(Surroundings surroundings);
}
