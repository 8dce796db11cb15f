package org.storywire.docker.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.storywire.docker.broker.EmbeddedBroker;
import org.storywire.docker.terminal.Logging;

/**
 * A temporary broker in a process of its own, so that its processor time can be told from that of
 * whoever uses it. It ends with this process, however this one ends.
 */
final class BrokerProcess implements AutoCloseable {

  private final Process process;
  private final String bootstrapServers;

  private BrokerProcess(Process process, String bootstrapServers) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
  }

  /** The broker's side: prints its address, then runs until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    Logging.tellTroubleOnly();
    try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
      System.out.println(broker.bootstrapServers());
      System.in.transferTo(System.out);
    }
    System.exit(0);
  }

  /**
   * Starts a broker and waits until it answers.
   *
   * @throws IllegalStateException if it ends before
   */
  static BrokerProcess start() {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            BrokerProcess.class.getName());
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      BufferedReader said = process.inputReader();
      String address = said.readLine();
      if (address == null) {
        throw new IllegalStateException("the broker ended before it had an address");
      }
      return new BrokerProcess(process, address);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to start a broker: " + e.getMessage(), e);
    }
  }

  /** Host and port for {@code bootstrap.servers}. */
  String bootstrapServers() {
    return bootstrapServers;
  }

  /** Processor time since it began. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Lets it stop in order and delete its data. */
  @Override
  public void close() {
    try {
      process.outputWriter().close();
      process.waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
