package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.RawArticleProducer;
import org.storywire.ingest.SendObserver;
import org.storywire.news.RawArticle;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;
import org.storywire.schemas.registry.FakeRegistry;
import org.storywire.schemas.registry.RegistryFormat;
import org.storywire.schemas.registry.SchemaContracts;

/** The pipeline with a schema registry, which is down at the start and again later. */
class RegistryIT {

  private static final Path CORPUS = Path.of("src/main/resources/sample-corpus/articles.jsonl");
  private static final int ARTICLES = 30;
  private static final int FIRST = 20;
  private static final String RAW_SUBJECT = "news.raw-articles.v1-value";

  private final FakeRegistry registry = FakeRegistry.started();
  private final List<Delivery.Found> deliveries =
      Arrivals.of(List.of(CORPUS)).stream()
          .filter(Delivery.Found.class::isInstance)
          .map(Delivery.Found.class::cast)
          .limit(ARTICLES)
          .toList();
  private final Map<String, List<ConsumerRecord<byte[], byte[]>>> results = new HashMap<>();
  private KafkaConsumer<byte[], byte[]> consumer;
  private LocalPipeline pipeline;
  private int port;

  @BeforeEach
  void startWithoutRegistry() throws Exception {
    SchemaContracts.register(registry.client());
    registry.down();
    port = Http.freePort();
    Map<String, String> settings = new HashMap<>(registry.settings());
    settings.put("ops.port", Integer.toString(port));
    settings.put("kafka.max.poll.interval.ms", "15000");
    pipeline = LocalPipeline.start(LocalProcessor::new, 2, settings);
    consumer =
        Committed.bytes(
            pipeline.bootstrapServers(),
            NewsTopics.ARTICLES,
            NewsTopics.STORY_UPDATES,
            NewsTopics.DEAD_LETTERS);
  }

  @AfterEach
  void stop() {
    consumer.close();
    pipeline.close();
    registry.close();
  }

  @Test
  void shouldWaitForTheRegistryAndLoseNothingWhenItIsDownAtStartAndLater() throws Exception {
    // Given a processor that was started while the registry is down
    Await.until(
        "the processor to wait",
        () -> Http.line(port, "/ready").startsWith("503 waiting for the schema registry"));
    assertThat(Http.line(port, "/live")).isEqualTo("200 live");

    // When it comes up
    registry.up();
    Await.until("the processor to be ready", () -> Http.line(port, "/ready").equals("200 ready"));
    feed(deliveries.subList(0, FIRST));
    Await.until("the first articles", () -> read(NewsTopics.ARTICLES) >= FIRST);

    // When it is down again, and a source writes with a schema that nobody has asked for yet
    int newId = registry.put(RAW_SUBJECT, withNote(RawArticle.getClassSchema()));
    registry.down();
    send(newerVersion(newId, deliveries.get(FIRST).article()), deliveries.get(FIRST));
    Await.until(
        "the processor to wait again",
        () -> Http.line(port, "/ready").startsWith("503 waiting for the schema registry"));
    // … for so long that the thread that waits is put out of its group
    Await.until("one of two threads to leave the group", () -> members() == 1);
    read(NewsTopics.DEAD_LETTERS);
    int lettersMeanwhile = results(NewsTopics.DEAD_LETTERS).size();
    registry.up();
    feed(deliveries.subList(FIRST + 1, deliveries.size()));
    send(ByteBuffer.allocate(9).put((byte) 0).putInt(4711).array(), deliveries.get(0));

    // Then every good record became an article, and only the bad one a dead letter
    Await.until("all articles", () -> read(NewsTopics.ARTICLES) >= deliveries.size());
    Await.until("the dead letter", () -> read(NewsTopics.DEAD_LETTERS) >= 1);
    assertThat(lettersMeanwhile).isZero();
    assertThat(results(NewsTopics.DEAD_LETTERS))
        .singleElement()
        .satisfies(letter -> assertThat(ByteBuffer.wrap(letter.value()).getInt(1)).isEqualTo(4711));
    try (WireFormat format = RegistryFormat.of(registry.settings())) {
      assertThat(results(NewsTopics.ARTICLES))
          .allSatisfy(record -> assertThat(record.value()[0]).isZero())
          .extracting(
              record ->
                  NewsSerdes.article(format)
                      .deserializer()
                      .deserialize(record.topic(), record.value())
                      .getNativeId())
          .containsAll(deliveries.stream().map(found -> found.article().getNativeId()).toList());
    }
  }

  private int members() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", pipeline.bootstrapServers()))) {
      return admin
          .describeConsumerGroups(List.of(pipeline.group()))
          .all()
          .get()
          .get(pipeline.group())
          .members()
          .size();
    }
  }

  private void feed(List<Delivery.Found> articles) {
    Map<String, String> settings = new HashMap<>(registry.settings());
    settings.put(IngestConfig.BOOTSTRAP_SERVER, pipeline.bootstrapServers());
    try (RawArticleProducer producer =
        RawArticleProducer.open(IngestConfig.from(settings), SendObserver.NONE)) {
      articles.forEach(producer::send);
      producer.flush();
    }
  }

  private void send(byte[] value, Delivery.Found like) throws Exception {
    RawBytes.send(pipeline.bootstrapServers(), like.article().getSource(), like.eventAt(), value);
  }

  /** Reads what has come; gives the number of records of one topic so far. */
  private int read(String topic) {
    consumer.poll(Duration.ofMillis(200)).forEach(record -> results(record.topic()).add(record));
    return results(topic).size();
  }

  private List<ConsumerRecord<byte[], byte[]>> results(String topic) {
    return results.computeIfAbsent(topic, name -> new ArrayList<>());
  }

  /** A later release's schema: one more field at the end. */
  private static Schema withNote(Schema today) {
    List<Schema.Field> fields = new ArrayList<>();
    today.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    fields.add(new Schema.Field("note", Schema.create(Schema.Type.STRING), "later", ""));
    return Schema.createRecord(today.getName(), "later", today.getNamespace(), false, fields);
  }

  private static byte[] newerVersion(int id, RawArticle article) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new SpecificDatumWriter<RawArticle>(
            RawArticle.getClassSchema(), SpecificData.getForClass(RawArticle.class))
        .write(article, encoder);
    encoder.writeString("a note of a later release");
    encoder.flush();
    return out.toByteArray();
  }
}
