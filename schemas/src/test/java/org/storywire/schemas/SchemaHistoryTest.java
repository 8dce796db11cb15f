package org.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.Source;
import org.storywire.news.Story;
import org.storywire.news.StoryOverride;
import org.storywire.news.StoryUpdate;

class SchemaHistoryTest {

  /** A released version of a record, by its place in the history. */
  record Release(String record, int version) {
    Schema schema() throws IOException {
      return ReleasedFiles.schema(ReleasedFiles.HISTORY, record, version);
    }

    byte[] sample() throws IOException {
      return Files.readAllBytes(ReleasedFiles.file(ReleasedFiles.HISTORY, record, version, "bin"));
    }

    String json() throws IOException {
      return Files.readString(ReleasedFiles.file(ReleasedFiles.HISTORY, record, version, "json"));
    }
  }

  static Stream<Release> releases() {
    List<Release> releases = new ArrayList<>();
    for (String record : ReleaseSchemas.records()) {
      int newest = ReleasedFiles.newestVersion(ReleasedFiles.HISTORY, record);
      for (int version = 1; version <= newest; version++) {
        releases.add(new Release(record, version));
      }
    }
    return releases.stream();
  }

  @Test
  void shouldHoldEveryTopicsRecordWhenHistoryIsListed() {
    // When
    Stream<String> records = releases().map(Release::record).distinct();

    // Then
    assertThat(records)
        .containsExactly(
            "RawArticle", "Article", "StoryUpdate", "Story", "Source", "StoryOverride");
  }

  @ParameterizedTest
  @MethodSource("releases")
  void shouldReadEveryFieldWhenSampleIsOld(Release release) throws IOException {
    // Given
    SpecificRecord today =
        NewsSerdes.of(typeOf(release.record()))
            .deserializer()
            .deserialize("history", release.sample());

    // When
    GenericRecord asWrittenThen = project(today, release.schema());

    // Then
    assertThat(asWrittenThen).isEqualTo(fromJson(release.json(), release.schema()));
  }

  @ParameterizedTest
  @MethodSource("releases")
  void shouldReadBothWaysWhenSchemaIsComparedWithRelease(Release release) throws IOException {
    // Given
    Schema today = SpecificData.get().getSchema(typeOf(release.record()));

    // When
    var readsOld = SchemaCompatibility.checkReaderWriterCompatibility(today, release.schema());
    var oldReads = SchemaCompatibility.checkReaderWriterCompatibility(release.schema(), today);

    // Then
    assertThat(readsOld.getType())
        .as("today's reader, data of %s: %s", release, readsOld.getResult())
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    assertThat(oldReads.getType())
        .as("reader of %s, today's data: %s", release, oldReads.getResult())
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }

  @Test
  void shouldKeepMeaningWhenFirstRawArticleIsRead() throws IOException {
    // When
    RawArticle article =
        NewsSerdes.rawArticle()
            .deserializer()
            .deserialize("history", new Release("RawArticle", 1).sample());

    // Then
    assertThat(article.getNativeId()).isEqualTo("bridge-7");
    assertThat(article.getTitle())
        .isEqualTo("Harbour bridge closes for repairs — “weeks”, says city");
    assertThat(article.getPublishedAt()).isEqualTo("2026-03-04T05:06:07.008Z");
    assertThat(article.getReceivedAt()).isEqualTo("2026-03-04T05:10:00Z");
    assertThat(article.getExtra()).containsExactlyEntriesOf(Map.of("section", "local"));
  }

  @Test
  void shouldFillEveryFieldWhenSampleIsMade() {
    // Given
    for (SpecificRecord sample : Samples.all()) {
      for (Schema.Field field : sample.getSchema().getFields()) {
        if (!field.hasDefaultValue()) {
          continue;
        }

        // When
        Object value = sample.get(field.pos());

        // Then
        assertThat(value)
            .as("%s.%s", sample.getSchema().getName(), field.name())
            .isNotEqualTo(SpecificData.get().getDefaultValue(field));
      }
    }
  }

  @Test
  void shouldReadReleasedFieldsWhenWriterKnewFewer() throws IOException {
    // Given
    Schema today = RawArticle.getClassSchema();
    List<Schema.Field> fewer =
        today.getFields().stream()
            .filter(field -> !field.name().equals("extra"))
            .map(field -> new Schema.Field(field, field.schema()))
            .toList();
    Schema older = Schema.createRecord("RawArticle", "older", "org.storywire.news", false, fewer);
    GenericRecord written = project(Samples.rawArticle(), older);
    ByteBuffer encoded =
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), older).encode(written);
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);

    // When
    RawArticle read =
        new AvroSerde<>(RawArticle.class, List.of(older)).deserialize("history", bytes);

    // Then
    assertThat(read.getNativeId()).isEqualTo("bridge-7");
    assertThat(read.getExtra()).isEmpty();
  }

  /** The record as a reader of another schema sees it. */
  private static GenericRecord project(SpecificRecord record, Schema reader) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<>(record.getSchema(), SpecificData.getForClass(record.getClass()))
        .write(record, encoder);
    encoder.flush();
    return new GenericDatumReader<GenericRecord>(record.getSchema(), reader)
        .read(null, DecoderFactory.get().binaryDecoder(out.toByteArray(), null));
  }

  private static GenericRecord fromJson(String json, Schema schema) throws IOException {
    return new GenericDatumReader<GenericRecord>(schema)
        .read(null, DecoderFactory.get().jsonDecoder(schema, json));
  }

  private static Class<? extends SpecificRecord> typeOf(String record) {
    return Map.of(
            "RawArticle", RawArticle.class,
            "Article", Article.class,
            "StoryUpdate", StoryUpdate.class,
            "Story", Story.class,
            "Source", Source.class,
            "StoryOverride", StoryOverride.class)
        .get(record);
  }
}
