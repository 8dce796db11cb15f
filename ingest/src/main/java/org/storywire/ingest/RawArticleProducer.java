package org.storywire.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serializer;
import org.storywire.news.RawArticle;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.WireFormat;
import org.storywire.schemas.registry.RegistryFormat;

/**
 * Deliveries to Kafka: articles keyed by source with event time as timestamp, what is bad to the
 * dead letters with its original bytes. An article that is too large for the topic is bad, too.
 *
 * <p>A broker that is lost stops the feed: the next call throws a {@link KafkaException} with the
 * cause. For one thread.
 */
public final class RawArticleProducer implements AutoCloseable {

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  /** An article that Kafka did not take for its size. */
  private record TooLarge(RawArticle article, Delivery.Bad bad) {}

  private final Producer<String, byte[]> producer;
  private final IngestConfig config;
  private final SendObserver observer;
  private final Pace pace;
  private final LongSupplier nanoTime;
  private final WireFormat format;
  private final Serializer<RawArticle> serializer;
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicReference<KafkaException> failure = new AtomicReference<>();
  private final Queue<TooLarge> tooLarge = new ConcurrentLinkedQueue<>();
  private long read;
  private long bad;

  /** Sends through a producer that is then closed with this one. */
  RawArticleProducer(
      Producer<String, byte[]> producer,
      IngestConfig config,
      SendObserver observer,
      Pace pace,
      LongSupplier nanoTime) {
    this.producer = producer;
    this.config = config;
    this.observer = observer;
    this.pace = pace;
    this.nanoTime = nanoTime;
    this.format = RegistryFormat.of(config.registry());
    this.serializer = NewsSerdes.rawArticle(format).serializer();
  }

  /**
   * Connects to the broker.
   *
   * @throws KafkaException if the broker cannot be reached, or a topic does not exist
   */
  public static RawArticleProducer open(IngestConfig config, SendObserver observer) {
    Producer<String, byte[]> producer = connect(config);
    for (String topic : List.of(config.rawArticlesTopic(), config.deadLettersTopic())) {
      try {
        producer.partitionsFor(topic);
      } catch (KafkaException e) {
        producer.close(Duration.ZERO);
        throw unreachable("topic " + topic, config, e);
      }
    }
    return new RawArticleProducer(
        producer, config, observer, Pace.of(config.rate()), System::nanoTime);
  }

  private static Producer<String, byte[]> connect(IngestConfig config) {
    try {
      return new KafkaProducer<>(config.producerProperties());
    } catch (KafkaException e) {
      throw unreachable("Kafka", config, e);
    }
  }

  private static KafkaException unreachable(String what, IngestConfig config, KafkaException e) {
    String cause = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    return new KafkaException(
        "unable to reach " + what + " at " + config.bootstrapServer() + ": " + cause, e);
  }

  /**
   * Hands a delivery to Kafka's producer, which sends it in its own time; waits where a rate is
   * set, or where the broker is slower than the source.
   *
   * @throws KafkaException if an earlier delivery or this one could not be sent
   */
  public void send(Delivery delivery) {
    throwFailure();
    read++;
    if (delivery instanceof Delivery.Found found) {
      pace.await();
      send(found);
    } else if (delivery instanceof Delivery.Bad letter) {
      send(letter);
    }
    sendTooLarge();
    observer.progress(counts());
  }

  /**
   * Waits until the broker has acknowledged all deliveries.
   *
   * @return the counts, final if nothing is sent after
   * @throws KafkaException if a delivery could not be sent
   */
  public IngestCounts flush() {
    producer.flush();
    if (sendTooLarge()) {
      producer.flush();
    }
    throwFailure();
    observer.progress(counts());
    return counts();
  }

  /** How far the feed has come. */
  public IngestCounts counts() {
    return new IngestCounts(read, acknowledged.get(), bad);
  }

  private void send(Delivery.Found found) {
    RawArticle article = found.article();
    article.setReceiptNumber(read);
    String topic = config.rawArticlesTopic();
    byte[] value = serializer.serialize(topic, article);
    List<Header> headers = Headers.of(article, found.eventAt());
    long timestamp = found.eventAt().toEpochMilli();
    observer.sending(article.getEventId(), nanoTime.getAsLong());
    Future<?> unused =
        producer.send(
            new ProducerRecord<>(topic, null, timestamp, article.getSource(), value, headers),
            (metadata, e) -> {
              if (e == null) {
                acknowledged.incrementAndGet();
              } else if (e instanceof RecordTooLargeException) {
                String file = article.getOrigin();
                tooLarge.add(
                    new TooLarge(article, Delivery.Bad.of(file, 0, e.getMessage(), value)));
              } else {
                fail("article " + article.getNativeId() + " of " + article.getOrigin(), topic, e);
              }
            });
  }

  private boolean sendTooLarge() {
    boolean any = false;
    for (TooLarge next = tooLarge.poll(); next != null; next = tooLarge.poll()) {
      any = true;
      sendDeadLetter(next.article().getSource(), next.bad());
    }
    return any;
  }

  private void send(Delivery.Bad letter) {
    sendDeadLetter(null, letter);
  }

  private void sendDeadLetter(String key, Delivery.Bad letter) {
    bad++;
    String topic = config.deadLettersTopic();
    List<Header> headers =
        Headers.ofError(letter.file(), Long.toString(letter.line()), letter.reason());
    Future<?> unused =
        producer.send(
            new ProducerRecord<>(topic, null, null, key, letter.bytes().get(), headers),
            (metadata, e) -> {
              if (e != null) {
                fail("dead letter of " + letter.file() + " line " + letter.line(), topic, e);
              }
            });
  }

  private void fail(String what, String topic, Exception cause) {
    String message = "unable to send " + what + " to " + topic + ": " + cause.getMessage();
    failure.compareAndSet(null, new KafkaException(message, cause));
  }

  private void throwFailure() {
    KafkaException first = failure.get();
    if (first != null) {
      throw new KafkaException(first.getMessage(), first.getCause());
    }
  }

  /** Sends what is still waiting, for at most ten seconds, and lets the connection go. */
  @Override
  public void close() {
    format.close();
    producer.close(CLOSE_TIMEOUT);
  }
}
