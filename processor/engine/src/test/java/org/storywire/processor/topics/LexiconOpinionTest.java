package org.storywire.processor.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LexiconOpinionTest {

  private static final LexiconOpinion OPINION = new LexiconOpinion(3, 1, -1);

  @Test
  void shouldTrustTheLexiconMoreWhenItSpeaksForOneTopicOnly() {
    // Given
    float[] alone = {1.2f, 0, 0.1f};
    float[] contested = {1.2f, 0, 1.1f};

    // Then
    assertThat(OPINION.logOdds(alone, 0)).isGreaterThan(1.5);
    assertThat(OPINION.logOdds(contested, 0)).isBetween(-0.5, 0.5);
    assertThat(OPINION.logOdds(contested, 2)).isLessThan(OPINION.logOdds(contested, 0));
  }

  @Test
  void shouldHoldATopicUnlikelyWhenTheLexiconHardlySpeaksForIt() {
    // Given
    float[] hardly = {0.1f, 0, 0};

    // Then
    assertThat(OPINION.logOdds(hardly, 0)).isLessThan(-4);
    assertThat(OPINION.logOdds(hardly, 1)).isLessThan(-4);
  }

  @Test
  void shouldGiveLeadAndAmountInTheirRanges() {
    assertThat(LexiconOpinion.inputs(new float[] {2, 0, 0}, 0)[0]).isBetween(0.9, 1.0);
    assertThat(LexiconOpinion.inputs(new float[] {2, 0, 0}, 0)[1]).isEqualTo(1);
    assertThat(LexiconOpinion.inputs(new float[] {0, 2, 0}, 0)[0]).isBetween(-1.0, -0.9);
    assertThat(LexiconOpinion.inputs(new float[] {0.5f, 0.5f, 0}, 0)[0]).isZero();
  }
}
