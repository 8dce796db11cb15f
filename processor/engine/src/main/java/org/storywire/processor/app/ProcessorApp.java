package org.storywire.processor.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.processor.app.ops.Operations;
import org.storywire.processor.streams.Attempts;
import org.storywire.processor.streams.BadDataHandler;
import org.storywire.processor.streams.NewsTopology;
import org.storywire.schemas.TopicRecords;
import org.storywire.schemas.WireFormat;

/**
 * The processor's life: start, run, stop. A lost broker or a bug of ours stops it loudly: {@link
 * #failure()} then tells why, and {@link #awaitEnd()} returns.
 */
public final class ProcessorApp implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessorApp.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);

  /** After a failure nothing of worth is left to be written: what is open is rolled back. */
  private static final Duration CLOSE_AFTER_FAILURE_WITHIN = Duration.ofSeconds(3);

  private final KafkaStreams streams;
  private final RawProgressMonitor progress;
  private final Watchdog watchdog;
  private final WireFormat format;
  private final Operations operations = new Operations();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean closed;

  /** Builds the production topology with its production properties; nothing runs yet. */
  public ProcessorApp(Settings settings) {
    this.format = settings.wireFormat();
    Properties properties = ProcessorProperties.of(settings);
    properties.put(BadDataHandler.OBSERVER, operations.observer());
    this.watchdog =
        Watchdog.start(
            Path.of(settings.text(Setting.STATE_DIR))
                .resolve(settings.text(Setting.APPLICATION_ID) + "-attempts"));
    properties.put(Attempts.PROPERTY, watchdog);
    this.progress =
        new RawProgressMonitor(
            TopicSetup.admin(settings),
            properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG));
    Topology topology =
        NewsTopology.build(
            ProcessorProperties.topology(settings),
            properties,
            format,
            operations.observer(),
            progress);
    LOG.info("settings {}", settings);
    LOG.debug("topology {}", topology.describe());
    this.streams = new KafkaStreams(topology, properties);
    streams.setUncaughtExceptionHandler(this::onFailure);
    streams.setStateListener((now, before) -> onState(now));
    operations.watch(
        streams,
        topology,
        settings.text(Setting.OPS_HOST),
        settings.number(Setting.OPS_PORT, 0),
        () -> format.waitingFor().map(what -> "waiting for the schema registry: " + what));
  }

  /** Begins processing; returns at once, though a schema registry that is down holds it up. */
  public void start() {
    Thread beginning = new Thread(this::begin, "storywire-start");
    beginning.setDaemon(true);
    beginning.start();
  }

  private void begin() {
    try {
      format.prepare(TopicRecords.topics());
      progress.start();
      streams.start();
    } catch (RuntimeException e) {
      if (!closed) {
        failure.compareAndSet(null, e);
        LOG.debug("processing does not begin", e);
      }
      ended.countDown();
    }
  }

  /** State of the Kafka Streams client. */
  public KafkaStreams.State state() {
    return streams.state();
  }

  /** The client itself, for metrics and state queries. */
  public KafkaStreams streams() {
    return streams;
  }

  /** Why processing stopped by itself; empty while it runs or after an ordinary close. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Blocks until the application is closed or has failed. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  private StreamThreadExceptionResponse onFailure(Throwable problem) {
    StreamThreadExceptionResponse response = Recovery.from(problem);
    if (response == StreamThreadExceptionResponse.REPLACE_THREAD) {
      LOG.warn("brokers rolled a transaction back, a new thread does it again", problem);
      return response;
    }
    failure.compareAndSet(null, problem);
    LOG.error("processing stops");
    LOG.debug("processing stops", problem);
    ended.countDown();
    return response;
  }

  private void onState(KafkaStreams.State now) {
    LOG.info("state {}", now);
    if (now == KafkaStreams.State.NOT_RUNNING || now == KafkaStreams.State.ERROR) {
      ended.countDown();
    }
  }

  @Override
  public void close() {
    closed = true;
    format.close();
    Duration within = failure.get() == null ? CLOSE_WITHIN : CLOSE_AFTER_FAILURE_WITHIN;
    if (!streams.close(within) && failure.get() == null) {
      LOG.warn("processing did not stop within {}", within);
    }
    progress.close();
    watchdog.close();
    operations.close();
    ended.countDown();
  }
}
