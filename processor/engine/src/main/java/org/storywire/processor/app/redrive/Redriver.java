package org.storywire.processor.app.redrive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.storywire.schemas.Cluster;
import org.storywire.schemas.NewsTopics;

/**
 * Sends letters back. A record and the receipt for its letter are written in one transaction, so
 * that no letter is sent twice, whenever a run is broken off; a second run at the same time ends
 * the first.
 */
final class Redriver implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Redriver.class);

  /** Transactional id, for the access control list. */
  static final String TRANSACTIONAL_ID = "storywire-redrive";

  private static final int LARGEST_MESSAGE = 32 * 1024 * 1024;

  private final Producer<byte[], byte[]> producer;

  private Redriver(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /** Connects. */
  static Redriver open(Cluster cluster) {
    Map<String, Object> own =
        Map.of(
            ProducerConfig.CLIENT_ID_CONFIG,
            "storywire-redrive",
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            TRANSACTIONAL_ID,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            LARGEST_MESSAGE,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "zstd");
    Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            cluster.properties(own), new ByteArraySerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
      return new Redriver(producer);
    } catch (KafkaException e) {
      producer.close();
      throw e;
    }
  }

  /**
   * Sends one letter to the topic it came from, and its receipt.
   *
   * @param value the letter's bytes, or mended ones
   * @throws KafkaException if one of the two could not be written; then neither was
   */
  void send(Letter letter, byte[] value) {
    producer.beginTransaction();
    try {
      Future<?> record = producer.send(record(letter, value));
      Future<?> receipt = producer.send(receipt(letter));
      producer.commitTransaction();
      LOG.debug("redriven letter={} sent={} receipt={}", letter.id(), record, receipt);
    } catch (KafkaException e) {
      abort();
      throw new KafkaException(
          "unable to redrive letter " + letter.id() + ": " + e.getMessage(), e);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(Letter letter, byte[] value) {
    return new ProducerRecord<>(
        letter.origin().orElseThrow(),
        null,
        letter.letter().timestamp(),
        letter.letter().key(),
        value,
        letter.headersToSend());
  }

  private static ProducerRecord<byte[], byte[]> receipt(Letter letter) {
    return new ProducerRecord<>(
        NewsTopics.DEAD_LETTERS,
        letter.letter().partition(),
        null,
        letter.letter().key(),
        null,
        List.of(new RecordHeader(Letter.RECEIPT, letter.id().getBytes(StandardCharsets.UTF_8))));
  }

  private void abort() {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      // Fenced or closed: the broker aborts it.
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
