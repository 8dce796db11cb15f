package org.storywire.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** {@code storywire process} in a process of its own, which is soon missed when it is killed. */
final class ChildProcess {

  private final Process process;

  private ChildProcess(Process process) {
    this.process = process;
  }

  static ChildProcess start(String bootstrapServers, Path stateDirectory, int rawPartitions) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "org.storywire.docker.Storywire",
            "process",
            "-b",
            bootstrapServers,
            "-s",
            "state.dir=" + stateDirectory,
            "-s",
            "start.within=PT2M",
            "-s",
            "topics.partitions=1",
            "-s",
            "topics.raw-partitions=" + rawPartitions,
            "-s",
            "kafka.session.timeout.ms=6000",
            "-s",
            "kafka.heartbeat.interval.ms=1000",
            "-s",
            "kafka.transaction.timeout.ms=6000");
    try {
      return new ChildProcess(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it without warning. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it in good order. */
  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
