package org.storywire.docker.tail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.storywire.docker.broker.EmbeddedBroker;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.TopicAdmin;
import org.storywire.schemas.TopicDefinitions;
import picocli.CommandLine;

class TailIT {

  private static EmbeddedBroker broker;
  private final StringWriter out = new StringWriter();

  @BeforeAll
  static void writeUpdates() {
    broker = EmbeddedBroker.temporary();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      new TopicAdmin(admin).ensure(TopicDefinitions.unexpiring(1));
    }
    try (KafkaProducer<String, StoryUpdate> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            NewsSerdes.storyUpdate().serializer())) {
      for (StoryUpdate update :
          List.of(
              update("s-ferry", 1, true), update("s-ferry", 2, false), update("s-fire", 1, true))) {
        producer.send(new ProducerRecord<>(NewsTopics.STORY_UPDATES, update.getStoryId(), update));
      }
    }
  }

  @AfterAll
  static void closeBroker() {
    broker.close();
  }

  @Test
  void shouldPrintOneObjectALineWhenAskedForJson() throws Exception {
    // When
    int code = tail("--json", "--limit", "3");

    // Then
    assertThat(code).isZero();
    assertThat(out.toString().lines()).hasSize(3);
    String first = out.toString().lines().findFirst().orElseThrow();
    assertThat(new ObjectMapper().readTree(first).get("at").asText())
        .isEqualTo("2012-03-04T08:00:00Z");
  }

  @Test
  void shouldFollowOneStoryWhenItsShortIdIsGiven() {
    // When
    int code = tail("--story", "ferry", "--limit", "2");

    // Then
    assertThat(code).isZero();
    assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.contains(" ferry "));
  }

  @Test
  void shouldLeaveOutWhatIsNotNewWhenAskedForMaterialOnly() {
    // When
    int code = tail("--material", "--story", "s-ferry", "--limit", "1");

    // Then
    assertThat(code).isZero();
    assertThat(out.toString()).contains("!OPENED").doesNotContain("COPY");
  }

  @Test
  void shouldNameTheBrokerWhenNoneAnswers() {
    // When
    StringWriter error = new StringWriter();
    int code =
        new CommandLine(new TailCommand())
            .setErr(new PrintWriter(error, true))
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                  line.getErr().println(failure.getMessage());
                  return 1;
                })
            .execute("--bootstrap-server", "127.0.0.1:1");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(error.toString()).startsWith("no broker answers at 127.0.0.1:1");
  }

  private int tail(String... arguments) {
    CommandLine line = new CommandLine(new TailCommand()).setOut(new PrintWriter(out, true));
    String[] all = new String[arguments.length + 3];
    all[0] = "--from-beginning";
    all[1] = "--bootstrap-server";
    all[2] = broker.bootstrapServers();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return line.execute(all);
  }

  private static StoryUpdate update(String storyId, long revision, boolean material) {
    return StoryUpdate.newBuilder()
        .setEventId(storyId + revision)
        .setStoryId(storyId)
        .setRevision(revision)
        .setKind(revision == 1 ? UpdateKind.OPENED : UpdateKind.COPY)
        .setAt(Instant.parse("2012-03-04T08:00:00Z"))
        .setHeadline("Ferry runs aground")
        .setMaterial(material)
        .build();
  }
}
