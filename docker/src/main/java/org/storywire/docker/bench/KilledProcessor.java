package org.storywire.docker.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.storywire.docker.Storywire;
import org.storywire.processor.app.Setting;

/** A processor in a process of its own that is killed at a fixed interval and started at once. */
final class KilledProcessor implements AutoCloseable {

  /** How long a killed member keeps its place in the group; the least that a broker allows. */
  private static final int SESSION_MS = 6_000;

  static final String APPLICATION = "bench-endurance";

  private final List<String> command;
  private final Path state;
  private final Path log;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile Process process;
  private volatile int kills;

  private KilledProcessor(List<String> command, Path state, Path log) {
    this.command = command;
    this.state = state;
    this.log = log;
    this.process = begin();
  }

  /**
   * Starts it.
   *
   * @param log where its processes write what they have to say, one after the other
   * @param heap most heap, as {@code -Xmx} takes it
   * @throws UncheckedIOException if there can be no such process
   */
  static KilledProcessor start(
      String bootstrapServers, Path state, Path log, String heap, Duration killEvery) {
    KilledProcessor processor =
        new KilledProcessor(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Storywire.class.getName(),
                "process",
                "-s",
                set(Setting.BOOTSTRAP_SERVERS, bootstrapServers),
                "-s",
                set(Setting.APPLICATION_ID, APPLICATION),
                "-s",
                set(Setting.STATE_DIR, state.toString()),
                "-s",
                "kafka.consumer.session.timeout.ms=" + SESSION_MS,
                "-s",
                "kafka.consumer.heartbeat.interval.ms=" + SESSION_MS / 3),
            state,
            log);
    processor.clock.scheduleAtFixedRate(
        processor::kill, killEvery.toMillis(), killEvery.toMillis(), TimeUnit.MILLISECONDS);
    return processor;
  }

  private static String set(Setting setting, String value) {
    return setting.key() + "=" + value;
  }

  private Process begin() {
    try {
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to start a processor: " + e.getMessage(), e);
    }
  }

  private void kill() {
    process.destroyForcibly().onExit().join();
    kills++;
    process = begin();
  }

  /** Id of the process that runs now. */
  long pid() {
    return process.pid();
  }

  /** Where it keeps its stores. */
  Path state() {
    return state;
  }

  /** How often it was killed. */
  int kills() {
    return kills;
  }

  @Override
  public void close() {
    clock.shutdown();
    try {
      // A kill under way still starts another process, which has to be ended, too.
      if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the last kill of the processor did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroy();
      process.onExit().join();
    }
  }
}
