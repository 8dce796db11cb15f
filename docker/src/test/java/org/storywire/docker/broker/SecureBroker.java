package org.storywire.docker.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A broker that speaks TLS, asks for a SCRAM password and enforces access control lists; only its
 * administrator has a door without.
 */
public final class SecureBroker implements AutoCloseable {

  private static final String STORE_PASSWORD = "store-password";

  private final KafkaRaftServer server;
  private final Path trust;
  private final int port;
  private final int adminPort;

  private SecureBroker(KafkaRaftServer server, Path trust, int port, int adminPort) {
    this.server = server;
    this.trust = trust;
    this.port = port;
    this.adminPort = adminPort;
  }

  /**
   * Starts a broker.
   *
   * @param directory empty; holds data, key and certificate
   * @param passwords users with their passwords
   */
  public static SecureBroker start(Path directory, Map<String, String> passwords) throws Exception {
    Path keys = directory.resolve("broker.p12");
    Path trust = directory.resolve("trust.p12");
    makeCertificate(directory, keys, trust);
    int port = freePort();
    int adminPort = freePort();
    Path data = Files.createDirectory(directory.resolve("data"));
    Properties settings = BrokerSettings.of(data, 1, port, freePort());
    String broker = "BROKER://127.0.0.1:" + port;
    String admin = "ADMIN://127.0.0.1:" + adminPort;
    settings.merge("listeners", "," + admin, (all, one) -> "" + all + one);
    settings.put("advertised.listeners", broker + "," + admin);
    settings.put(
        "listener.security.protocol.map", "BROKER:SASL_SSL,ADMIN:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "ADMIN");
    settings.put("listener.name.broker.sasl.enabled.mechanisms", "SCRAM-SHA-512");
    settings.put(
        "listener.name.broker.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put("ssl.keystore.location", keys.toString());
    settings.put("ssl.keystore.password", STORE_PASSWORD);
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:ANONYMOUS");
    format(data, passwords);
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    server.startup();
    return new SecureBroker(server, trust, port, adminPort);
  }

  /** Host and port for everyone. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Host and port for the administrator, who needs no password. */
  public String adminServers() {
    return "127.0.0.1:" + adminPort;
  }

  /** Properties of a client, as in a file that Kafka's own tools take. */
  public List<String> clientProperties(String user, String password) {
    return List.of(
        "security.protocol=SASL_SSL",
        "sasl.mechanism=SCRAM-SHA-512",
        "sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required"
            + " username=\""
            + user
            + "\" password=\""
            + password
            + "\";",
        "ssl.truststore.type=PKCS12",
        "ssl.truststore.location=" + trust,
        "ssl.truststore.password=" + STORE_PASSWORD);
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path data, Map<String, String> passwords) throws Exception {
    List<String> scram = new ArrayList<>();
    passwords.forEach(
        (user, password) ->
            scram.add("SCRAM-SHA-512=[name=" + user + ",password=" + password + "]"));
    new Formatter()
        .setPrintStream(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(data.toString())
        .setMetadataLogDirectory(data.toString())
        .setControllerListenerName("CONTROLLER")
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setScramArguments(scram)
        .run();
  }

  private static void makeCertificate(Path directory, Path keys, Path trust) throws Exception {
    keytool(
        "-genkeypair",
        "-alias",
        "broker",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=ip:127.0.0.1,dns:localhost",
        "-validity",
        "2",
        "-keystore",
        keys.toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        STORE_PASSWORD);
    String certificate = directory.resolve("broker.pem").toString();
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "broker",
        "-file",
        certificate,
        "-keystore",
        keys.toString(),
        "-storepass",
        STORE_PASSWORD);
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "broker",
        "-file",
        certificate,
        "-keystore",
        trust.toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        STORE_PASSWORD);
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool failed: " + said);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
