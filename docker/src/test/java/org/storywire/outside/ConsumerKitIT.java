package org.storywire.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.storywire.docker.kit.ExpectedArticle;
import org.storywire.docker.kit.SampleNews;

/** A downstream team's test: plain Kafka and Avro, and of storywire the kit alone. */
class ConsumerKitIT {

  @RegisterExtension static final SampleNews NEWS = new SampleNews();

  @Test
  void shouldFindExpectedVerdictsWhenArticlesAreRead() throws Exception {
    // When
    Map<String, String> verdicts = new HashMap<>();
    for (GenericRecord article : read("news.articles.v1")) {
      verdicts.put(
          article.get("nativeId").toString(),
          article.get("verdict").toString().toLowerCase(Locale.ROOT));
    }

    // Then
    Map<String, String> expected = new HashMap<>();
    for (ExpectedArticle article : NEWS.expected()) {
      if (!article.verdict().equals("dead-letter")) {
        expected.put(article.nativeId(), article.verdict());
      }
    }
    assertThat(verdicts).isEqualTo(expected).hasSizeGreaterThan(80);
  }

  @Test
  void shouldCountRevisionsWithoutGapsWhenUpdatesAreRead() throws Exception {
    // When
    Map<String, Long> latest = new HashMap<>();
    for (GenericRecord update : read("news.story-updates.v1")) {
      String story = update.get("storyId").toString();
      long revision = (Long) update.get("revision");
      assertThat(revision).isEqualTo(latest.getOrDefault(story, 0L) + 1);
      latest.put(story, revision);
    }

    // Then
    assertThat(latest).hasSizeGreaterThan(10);
  }

  private static List<GenericRecord> read(String topic) throws Exception {
    BinaryMessageDecoder<GenericRecord> decoder =
        new BinaryMessageDecoder<>(GenericData.get(), NEWS.schema(topic));
    List<GenericRecord> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", NEWS.bootstrapServers(), "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition only = new TopicPartition(topic, 0);
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      long end = consumer.endOffsets(List.of(only)).get(only);
      while (consumer.position(only) < end) {
        for (var record : consumer.poll(Duration.ofMillis(500))) {
          records.add(decoder.decode(record.value()));
        }
      }
    }
    return records;
  }
}
