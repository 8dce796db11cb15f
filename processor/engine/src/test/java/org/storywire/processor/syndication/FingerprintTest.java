package org.storywire.processor.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private final Wire wire = new Wire();

  @Test
  void shouldSurviveBytesWhateverTheText() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      // Given
      Wire.Item item =
          new Wire.Item(
                  "id-" + i, "source " + i % 7, Wire.hours(i), Wire.text(i, random.nextInt(30)))
              .crediting("reuters", "associated press")
              .titled("Headline " + i);
      Fingerprint fingerprint = wire.fingerprint(item);

      // When
      byte[] bytes = fingerprint.toBytes();
      Fingerprint read = Fingerprint.fromBytes(bytes);

      // Then
      assertThat(read.toBytes()).isEqualTo(bytes);
      assertThat(read).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(fingerprint);
    }
  }

  @Test
  void shouldRefuseBytesOfAnotherVersion() {
    byte[] bytes = wire.fingerprint(new Wire.Item("a", "b", Wire.NOON, Wire.text(1, 5))).toBytes();
    bytes[0] = 99;

    assertThatThrownBy(() -> Fingerprint.fromBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 99");
  }

  @Test
  void shouldRefuseBytesThatEndTooSoon() {
    byte[] bytes = wire.fingerprint(new Wire.Item("a", "b", Wire.NOON, Wire.text(1, 5))).toBytes();

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Fingerprint.fromBytes(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void shouldStayBelowTwoKilobytesWhenTextIsOfUsualLength() {
    // Given: 25 paragraphs of 35 words on average
    Wire.Item item = new Wire.Item("0123456789abcdef0123", "a", Wire.NOON, Wire.text(1, 25));

    // When
    byte[] bytes = wire.fingerprint(item).toBytes();

    // Then
    assertThat(bytes.length).isLessThan(2000);
  }

  @Test
  void shouldStayBoundedWhenPageIsTwoMegabytes() {
    // Given
    Wire.Item item = new Wire.Item("huge", "a", Wire.NOON, Wire.text(1, 9000));
    assertThat(item.body().length()).isGreaterThan(1_500_000);

    // When
    byte[] bytes = wire.fingerprint(item).toBytes();

    // Then
    assertThat(bytes.length).isLessThan(50_000);
  }

  @Test
  void shouldGiveEmptySampleWhenTextIsEmpty() {
    Fingerprint fingerprint = wire.fingerprint(new Wire.Item("none", "a", Wire.NOON, ""));

    assertThat(fingerprint.shingles()).isZero();
    assertThat(fingerprint.keys()).isEmpty();
  }
}
