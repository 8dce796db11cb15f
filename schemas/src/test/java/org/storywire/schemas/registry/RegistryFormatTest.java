package org.storywire.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.storywire.schemas.registry.FerryStory.STORY;
import static org.storywire.schemas.registry.FerryStory.SUBJECT;
import static org.storywire.schemas.registry.FerryStory.TOPIC;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storywire.news.RawArticle;
import org.storywire.news.Story;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.TopicRecords;
import org.storywire.schemas.WireFormat;

class RegistryFormatTest {

  private final FakeRegistry registry = FakeRegistry.started();
  private final WireFormat format = RegistryFormat.of(registry.settings());
  private final Serde<Story> serde = NewsSerdes.story(format);

  @AfterEach
  void stop() {
    format.close();
    registry.close();
  }

  @Test
  void shouldWriteZeroIdAndRecordWhenSchemaIsRegistered() {
    // Given
    registry.put("other-value", RawArticle.getClassSchema());
    SchemaContracts.register(registry.client());

    // When
    byte[] bytes = serde.serializer().serialize(TOPIC, STORY);

    // Then
    int id = registry.client().versions(SUBJECT).get(2).id();
    assertThat(bytes[0]).isZero();
    assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(id);
    assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(STORY);
    assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
    assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
  }

  @Test
  void shouldWriteItsOwnVersionWhenANewerOneIsRegistered() {
    // Given
    SchemaContracts.register(registry.client());
    int own = registry.client().versions(SUBJECT).get(2).id();
    registry.put(SUBJECT, withField("byline"));

    // When
    byte[] bytes = serde.serializer().serialize(TOPIC, STORY);

    // Then
    assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(own);
    assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(STORY);
  }

  @Test
  void shouldReadSingleObjectEncodingWhenTopicIsOlderThanTheRegistry() {
    // Given
    byte[] bytes = NewsSerdes.story().serializer().serialize(TOPIC, STORY);

    // When / Then
    assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(STORY);
  }

  @Test
  void shouldAskOnceWhenIdIsKnown() {
    // Given
    SchemaContracts.register(registry.client());
    byte[] bytes = serde.serializer().serialize(TOPIC, STORY);
    serde.deserializer().deserialize(TOPIC, bytes);
    int before = registry.requests();

    // When
    serde.serializer().serialize(TOPIC, STORY);
    serde.deserializer().deserialize(TOPIC, bytes);

    // Then
    assertThat(registry.requests()).isEqualTo(before);
  }

  @Test
  void shouldCallBytesBadWhenTheRegistryIsUpAndTheyMakeNoSense() {
    // Given
    SchemaContracts.register(registry.client());
    byte[] good = serde.serializer().serialize(TOPIC, STORY);
    byte[] unknownId = good.clone();
    ByteBuffer.wrap(unknownId).putInt(1, 4711);
    byte[] otherRecord = good.clone();
    int raw = registry.client().versions("news.raw-articles.v1-value").get(0).id();
    ByteBuffer.wrap(otherRecord).putInt(1, raw);
    byte[] longer = Arrays.copyOf(good, good.length + 1);

    // When / Then
    for (byte[] bad :
        List.of(
            new byte[0],
            new byte[] {0, 0, 0},
            new byte[] {7, 7, 7, 7, 7, 7, 7},
            Arrays.copyOf(good, good.length / 2),
            unknownId,
            otherRecord,
            longer)) {
      assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bad))
          .isInstanceOf(SerializationException.class)
          .hasMessageContaining("bytes of news.stories.v1 as Story");
    }
  }

  @Test
  void shouldSayWhatToDoWhenSchemaIsNotRegistered() {
    assertThatThrownBy(() -> format.prepare(TopicRecords.topics()))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("none of the 0 versions of news.raw-articles.v1-value")
        .hasMessageEndingWith("run: storywire schemas register");
  }

  @Test
  void shouldStopWithoutBlamingTheRecordWhenTheRegistryRefusesUs() {
    // Given
    SchemaContracts.register(registry.client());
    byte[] bytes = serde.serializer().serialize(TOPIC, STORY);
    registry.require("storywire:hush");

    // When / Then
    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("gave status 401");
    try (WireFormat trusted =
        RegistryFormat.of(
            with(registry.settings(), RegistrySettings.USER_INFO, "storywire:hush"))) {
      assertThat(NewsSerdes.story(trusted).deserializer().deserialize(TOPIC, bytes))
          .isEqualTo(STORY);
    }
  }

  @Test
  void shouldNotShowThePasswordWhenSettingsArePrinted() {
    assertThat(
            RegistrySettings.from(
                    with(registry.settings(), RegistrySettings.USER_INFO, "storywire:hush"))
                .orElseThrow()
                .toString())
        .doesNotContain("hush");
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> more = new java.util.HashMap<>(map);
    more.put(key, value);
    return more;
  }

  /**
   * The story's schema with one more field, as a later release may have it, first of all fields.
   */
  private static Schema withField(String name) {
    Schema today = Story.getClassSchema();
    List<Schema.Field> fields = new ArrayList<>();
    fields.add(new Schema.Field(name, Schema.create(Schema.Type.STRING), "later", ""));
    today.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    return Schema.createRecord(today.getName(), "later", today.getNamespace(), false, fields);
  }
}
