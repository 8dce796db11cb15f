package org.storywire.docker.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  private static final TopicPartition NOTES = new TopicPartition("notes", 0);
  private static final Instant IN_2012 = Instant.parse("2012-03-04T05:06:07Z");

  @Test
  void shouldKeepRecordsWithOldTimestampsWhenDirectoryIsReopened(@TempDir Path directory)
      throws Exception {
    // Given
    try (EmbeddedBroker broker = EmbeddedBroker.durable(directory)) {
      createNotes(broker);
      try (KafkaProducer<String, String> producer = producer(broker, Map.of())) {
        producer
            .send(new ProducerRecord<>("notes", 0, IN_2012.toEpochMilli(), "a", "dated 2012"))
            .get();
      }
    }

    // When
    List<String> values;
    try (EmbeddedBroker again = EmbeddedBroker.durable(directory)) {
      values = readNotes(again, 1);
    }

    // Then
    assertThat(values).containsExactly("dated 2012");
    assertThat(directory).exists();
  }

  @Test
  void shouldHideAbortedRecordsWhenProducerIsTransactional() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
      // Given
      createNotes(broker);
      try (KafkaProducer<String, String> producer =
          producer(broker, Map.of("transactional.id", "notes-writer"))) {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("notes", "a", "given up"));
        producer.flush();
        producer.abortTransaction();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("notes", "a", "kept"));
        producer.commitTransaction();
      }

      // When
      List<String> values = readNotes(broker, 1);

      // Then
      assertThat(values).containsExactly("kept");
    }
  }

  @Test
  void shouldTakeLargeMessageWhenTopicAllows() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
      // Given
      createNotes(broker);
      String page = "x".repeat(16 * 1024 * 1024);

      // When
      try (KafkaProducer<String, String> producer =
          producer(broker, Map.of("max.request.size", 32 * 1024 * 1024))) {
        producer.send(new ProducerRecord<>("notes", "a", page)).get();
      }

      // Then
      assertThat(readNotes(broker, 1).get(0)).hasSize(page.length());
    }
  }

  @Test
  void shouldKeepItsDirectoryFromOthersWhenItCreatesIt(@TempDir Path parent) throws Exception {
    // Given
    Path directory = parent.resolve("data");

    // When
    EmbeddedBroker.durable(directory).close();

    // Then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
  }

  @Test
  void shouldDeleteItsDirectoryWhenTemporary() {
    // Given
    EmbeddedBroker broker = EmbeddedBroker.temporary();
    assertThat(broker.directory()).exists();

    // When
    broker.close();

    // Then
    assertThat(Files.exists(broker.directory())).isFalse();
  }

  @Test
  void shouldNotCreateTopicsWhenOnlyWrittenTo() {
    try (EmbeddedBroker broker = EmbeddedBroker.temporary();
        KafkaProducer<String, String> producer = producer(broker, Map.of("max.block.ms", 1_000))) {
      // When
      var sent = producer.send(new ProducerRecord<>("nots", "a", "misspelt topic"));

      // Then
      assertThatThrownBy(sent::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void shouldNameDirectoryWhenAnotherBrokerHasIt(@TempDir Path directory) {
    try (EmbeddedBroker first = EmbeddedBroker.durable(directory)) {
      // When
      var second = catchThrowable(() -> EmbeddedBroker.durable(directory));

      // Then
      assertThat(second)
          .isInstanceOf(KafkaException.class)
          .hasMessageContaining(first.directory().toString());
    }
  }

  private static void createNotes(EmbeddedBroker broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic("notes", 1, (short) 1))).all().get();
    }
  }

  private static KafkaProducer<String, String> producer(
      EmbeddedBroker broker, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("bootstrap.servers", broker.bootstrapServers());
    settings.put("enable.idempotence", true);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private static List<String> readNotes(EmbeddedBroker broker, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest");
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(NOTES));
      while (values.size() < count) {
        consumer.poll(Duration.ofSeconds(10)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }
}
