package org.storywire.docker.bench;

import java.nio.file.Path;
import java.util.List;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.ingest.Delivery;
import picocli.CommandLine.Option;

/** The articles that a pipeline is measured on. */
final class CorpusOption {

  @Option(
      names = "--in",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files and directories, as for replay.")
  private List<Path> in;

  /** All of them in memory, in the order of their arrival. */
  List<Delivery> read() {
    return Arrivals.of(in);
  }
}
