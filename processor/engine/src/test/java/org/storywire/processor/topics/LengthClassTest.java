package org.storywire.processor.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LengthClassTest {

  @Test
  void shouldTellHeadlineFromOpeningFromReport() {
    assertThat(LengthClass.of(0)).isEqualTo(LengthClass.HEADLINE);
    assertThat(LengthClass.of(24)).isEqualTo(LengthClass.HEADLINE);
    assertThat(LengthClass.of(25)).isEqualTo(LengthClass.SHORT);
    assertThat(LengthClass.of(120)).isEqualTo(LengthClass.SHORT);
    assertThat(LengthClass.of(121)).isEqualTo(LengthClass.FULL);
  }
}
