package org.storywire.docker.pipeline;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.KafkaStreams;
import org.storywire.processor.app.ProcessorApp;
import org.storywire.processor.app.Setting;
import org.storywire.processor.app.Settings;

/** The production processor. Environment and properties files do not reach it, only flags do. */
public final class LocalProcessor implements Processor {

  /**
   * What suits a broker in the same JVM. One batch in flight: over the loopback interface
   * pipelining gains nothing, and batches that overtake the first one of a transaction are refused
   * and logged as errors before they succeed. A minute for a transaction: where other programs take
   * the processor away, the default of ten seconds aborts healthy ones.
   */
  private static final Map<String, String> LOOPBACK =
      Map.of(
          "kafka.producer.max.in.flight.requests.per.connection", "1",
          "kafka.producer.transaction.timeout.ms", "60000");

  private final ProcessorApp app;
  private final String group;

  /**
   * A processor that is not started yet.
   *
   * @throws IllegalArgumentException if a setting is unknown or illegal
   */
  public LocalProcessor(ProcessorFactory.Surroundings surroundings) {
    Map<String, String> flags = new TreeMap<>(LOOPBACK);
    flags.putAll(surroundings.settings());
    flags.put(Setting.BOOTSTRAP_SERVERS.key(), surroundings.bootstrapServers());
    flags.put(Setting.STATE_DIR.key(), surroundings.stateDirectory().toString());
    flags.put(Setting.STREAMS_THREADS.key(), Integer.toString(surroundings.threads()));
    Settings settings = Settings.of(flags);
    this.group = settings.text(Setting.APPLICATION_ID);
    this.app = new ProcessorApp(settings);
  }

  @Override
  public void start() {
    app.start();
  }

  @Override
  public boolean running() {
    return app.state() == KafkaStreams.State.RUNNING;
  }

  @Override
  public String group() {
    return group;
  }

  @Override
  public Optional<Throwable> failure() {
    return app.failure();
  }

  @Override
  public void close() {
    app.close();
  }
}
