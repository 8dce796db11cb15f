package org.storywire.docker.pipeline;

import java.nio.file.Path;

/** Builds the processor that a pipeline runs. */
public interface ProcessorFactory {

  /**
   * What a pipeline decides about its processor.
   *
   * @param bootstrapServers the broker, host:port
   * @param stateDirectory where its state stores live
   * @param threads stream threads [1..]
   */
  record Surroundings(String bootstrapServers, Path stateDirectory, int threads) {

    /** Checks the number of threads. */
    public Surroundings {
      if (threads < 1) {
        throw new IllegalArgumentException("illegal threads: " + threads + ", must be at least 1");
      }
    }
  }

  /** A processor that is not started yet. */
  Processor create(Surroundings surroundings);
}
