package org.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerdePropertyTest {

  static Stream<SpecificRecord> samples() {
    return Samples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldBeEqualWhenDecodedAfterEncoding(SpecificRecord sample) {
    // Given
    Serde<SpecificRecord> serde = serdeOf(sample);
    RandomRecords records = new RandomRecords(7);

    for (int i = 0; i < 300; i++) {
      SpecificRecord record = records.next(sample.getSchema());

      // When
      byte[] bytes = serde.serializer().serialize("t", record);
      SpecificRecord decoded = serde.deserializer().deserialize("t", bytes);

      // Then
      assertThat(decoded).isEqualTo(record);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldReadOrRefuseWhenBytesAreDamaged(SpecificRecord sample) {
    // Given
    Serde<SpecificRecord> serde = serdeOf(sample);
    byte[] whole = serde.serializer().serialize("t", sample);
    Random random = new Random(11);

    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      damaged[random.nextInt(damaged.length)] = (byte) 0xFF;

      // When
      boolean readOrRefused = readOrRefused(serde, damaged);

      // Then
      assertThat(readOrRefused).isTrue();
    }
  }

  /** Anything but a record or a {@link SerializationException} fails the test as it is thrown. */
  private static boolean readOrRefused(Serde<SpecificRecord> serde, byte[] bytes) {
    try {
      return serde.deserializer().deserialize("t", bytes) != null;
    } catch (SerializationException e) {
      return true;
    }
  }

  @SuppressWarnings("unchecked")
  private static Serde<SpecificRecord> serdeOf(SpecificRecord sample) {
    return NewsSerdes.of((Class<SpecificRecord>) sample.getClass());
  }
}
