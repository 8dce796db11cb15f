package org.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.storywire.news.RawArticle;

class AvroSerdeTest {

  private final Serializer<RawArticle> serializer = NewsSerdes.rawArticle().serializer();
  private final Deserializer<RawArticle> deserializer = NewsSerdes.rawArticle().deserializer();

  @Test
  void shouldBeginWithMarkerAndFingerprintWhenWritten() {
    // When
    byte[] bytes = serializer.serialize("news", Samples.rawArticle());

    // Then
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.get()).isEqualTo((byte) 0xC3);
    assertThat(header.get()).isEqualTo((byte) 0x01);
    assertThat(header.getLong())
        .isEqualTo(SchemaNormalization.parsingFingerprint64(RawArticle.getClassSchema()));
  }

  @Test
  void shouldStayNullWhenValueIsNull() {
    assertThat(serializer.serialize("news", null)).isNull();
    assertThat(deserializer.deserialize("news", null)).isNull();
  }

  @Test
  void shouldNameTopicAndTypeWhenBytesAreGarbage() {
    // Given
    byte[] garbage = "this is not an article".getBytes(StandardCharsets.UTF_8);

    // When / Then
    assertThatThrownBy(() -> deserializer.deserialize("news.raw", garbage))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("news.raw")
        .hasMessageContaining("RawArticle")
        .hasMessageContaining("22 bytes");
  }

  @Test
  void shouldRefuseWhenRecordIsCutOff() {
    // Given
    byte[] whole = serializer.serialize("news", Samples.rawArticle());
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);

    // When / Then
    assertThatThrownBy(() -> deserializer.deserialize("news", cut))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void shouldRefuseWithoutAllocatingWhenTextClaimsTwoGigabytes() {
    // Given
    byte[] whole = serializer.serialize("news", Samples.rawArticle());
    byte[] header = Arrays.copyOf(whole, 10);
    byte[] claim = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xEF, 0x0F};
    byte[] poison =
        ByteBuffer.allocate(header.length + claim.length).put(header).put(claim).array();

    // When / Then
    assertThatThrownBy(() -> deserializer.deserialize("news", poison))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void shouldNameTopicAndTypeWhenRecordIsIncomplete() {
    // Given
    RawArticle withoutBody = Samples.rawArticle();
    withoutBody.setBody(null);

    // When / Then
    assertThatThrownBy(() -> serializer.serialize("news.raw", withoutBody))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("news.raw")
        .hasMessageContaining("RawArticle");
  }
}
