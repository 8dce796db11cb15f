package org.storywire.docker.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker in this JVM: one KRaft node, broker and controller, on the loopback interface. Its
 * directory outlives it unless it is temporary, and may be opened again by a later broker on other
 * ports.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final int NODE_ID = 1;

  private final KafkaRaftServer server;
  private final String address;
  private final Path directory;
  private final boolean temporary;
  private final DirectoryLock lock;
  private boolean open = true;

  private EmbeddedBroker(
      KafkaRaftServer server,
      String address,
      Path directory,
      boolean temporary,
      DirectoryLock lock) {
    this.server = server;
    this.address = address;
    this.directory = directory;
    this.temporary = temporary;
    this.lock = lock;
  }

  /**
   * Starts a broker on free ports; its data are deleted when it closes.
   *
   * @throws KafkaException if it does not start
   */
  public static EmbeddedBroker temporary() {
    return start(Directories.temporary("broker"), freePort(), true);
  }

  /**
   * Starts a broker on a free port whose data stay in a directory.
   *
   * @param directory of an earlier broker, or created if missing
   * @throws KafkaException if it does not start, for example because the directory is in use
   */
  public static EmbeddedBroker durable(Path directory) {
    return durable(directory, freePort());
  }

  /**
   * Starts a broker whose data stay in a directory.
   *
   * @param directory of an earlier broker, or created if missing
   * @param port where clients find it [1..65535]
   * @throws KafkaException if it does not start, for example because the port is taken
   */
  public static EmbeddedBroker durable(Path directory, int port) {
    return start(directory.toAbsolutePath(), port, false);
  }

  /** Host and port for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return address;
  }

  /** Where the broker keeps its data. */
  public Path directory() {
    return directory;
  }

  /** Stops the broker, and deletes its data if they are temporary. Closing twice does nothing. */
  @Override
  public synchronized void close() {
    if (!open) {
      return;
    }
    open = false;
    server.shutdown();
    server.awaitShutdown();
    release(lock, directory, temporary);
  }

  private static EmbeddedBroker start(Path directory, int port, boolean temporary) {
    String address = BrokerSettings.address(port);
    try {
      createForOwner(directory);
      DirectoryLock lock = DirectoryLock.take(directory);
      try {
        format(directory);
        KafkaRaftServer server = startServer(directory, port);
        return new EmbeddedBroker(server, address, directory, temporary, lock);
      } catch (Exception e) {
        release(lock, directory, temporary);
        throw e;
      }
    } catch (Exception e) {
      throw new KafkaException(
          "unable to start a broker on " + address + " in " + directory + ": " + e.getMessage(), e);
    }
  }

  /** The news that a broker holds is for whoever runs it; a directory that is there is kept so. */
  private static void createForOwner(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Files.createDirectories(directory);
    PosixFileAttributeView view =
        Files.getFileAttributeView(directory, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static KafkaRaftServer startServer(Path directory, int port) {
    Properties settings = BrokerSettings.of(directory, NODE_ID, port, freePortBeside(port));
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
    return server;
  }

  private static void release(DirectoryLock lock, Path directory, boolean temporary) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to release " + directory, e);
    }
    if (temporary) {
      Directories.delete(directory);
    }
  }

  /** Writes the identity of a new cluster; a directory that has one keeps it. */
  private static void format(Path directory) throws Exception {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    var report = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    new Formatter()
        .setPrintStream(report)
        .setNodeId(NODE_ID)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(directory.toString())
        .setMetadataLogDirectory(directory.toString())
        .setControllerListenerName("CONTROLLER")
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setIgnoreFormatted(true)
        .run();
  }

  /** What is free may be the port that was chosen just before and is not yet listened on. */
  private static int freePortBeside(int taken) {
    int port = freePort();
    return port == taken ? freePortBeside(taken) : port;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to find a free port on the loopback interface", e);
    }
  }
}
