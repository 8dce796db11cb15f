package org.storywire.processor.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisguiseTest {

  @Test
  void shouldShareNothingWithModelButItsShape() {
    // Given
    Wire wire = new Wire();
    Fingerprint model = wire.fingerprint(new Wire.Item("a", "s", Wire.NOON, Wire.text(1, 20)));

    // When
    Fingerprint disguised = model.disguised("b", Wire.hours(1), 0x123456789abcdef1L);

    // Then
    Comparer comparer = new Comparer();
    comparer.begin(model);
    Overlap overlap = new Overlap();
    comparer.compare(disguised.sample(), disguised.content(), overlap);
    assertThat(overlap.sharedAnywhere).isZero();
    assertThat(overlap.sameContent).isFalse();
    assertThat(disguised.keys()).hasSameSizeAs(model.keys()).doesNotContain(model.keys());
    assertThat(disguised.toBytes()).hasSameSizeAs(model.toBytes());
    assertThat(wire.fingerprint(new Wire.Item("c", "t", Wire.NOON, Wire.text(1, 20))).keys())
        .isEqualTo(model.keys());
  }
}
