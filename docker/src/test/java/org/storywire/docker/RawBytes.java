package org.storywire.docker;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.storywire.schemas.NewsTopics;

/** Sends to the raw topic what no source of ours would. */
final class RawBytes {

  private RawBytes() {}

  /** Sends any bytes as an article of a source; returns when the broker has them. */
  static void send(String bootstrapServers, String source, Instant at, byte[] value)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(NewsTopics.RAW_ARTICLES, 0, at.toEpochMilli(), source, value))
          .get();
    }
  }
}
