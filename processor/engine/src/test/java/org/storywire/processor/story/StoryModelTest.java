package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoryModelTest {

  private static StoryModel model(double titleWeight, double addedForShort) {
    double[] pair = new double[PairFeature.COUNT];
    double[] added = new double[PairFeature.COUNT];
    pair[PairFeature.TITLE.ordinal()] = titleWeight;
    added[PairFeature.TITLE.ordinal()] = addedForShort;
    return new StoryModel(
        "titles",
        0.4,
        new StoryModel.Weights(-2, pair),
        new StoryModel.Weights(0, added),
        new StoryModel.Weights(1, new double[StoryEvidence.COUNT]),
        Map.of());
  }

  private static double[] titlesAlike(double shortness) {
    double[] features = new double[PairFeature.COUNT];
    features[PairFeature.TITLE.ordinal()] = 1;
    features[PairFeature.SHORT_TEXT.ordinal()] = shortness;
    return features;
  }

  @Test
  void shouldWeighMoreByHowShortTextsAreWhenWeightsSaySo() {
    // Given
    StoryModel model = model(2, 4);

    // Then
    assertThat(model.score(titlesAlike(0))).isEqualTo(0.5);
    assertThat(model.score(titlesAlike(0.5))).isEqualTo(1 / (1 + Math.exp(-2)));
    assertThat(model.explain(titlesAlike(0.5)).get(0)).isEqualTo(new Decision.Part("title", 1, 4));
  }

  @Test
  void shouldScoreStoryAtThresholdWhenEvidenceIsEven() {
    // Given
    double[] weights = new double[StoryEvidence.COUNT];
    weights[StoryEvidence.CANDIDATES.ordinal()] = 2;
    StoryModel model = model(1, 0).withStories(new StoryModel.Weights(-1, weights));
    double[] evidence = new double[StoryEvidence.COUNT];
    evidence[StoryEvidence.CANDIDATES.ordinal()] = 0.5;

    // Then
    assertThat(model.storyScore(evidence))
        .isEqualTo(0.4, org.assertj.core.api.Assertions.within(1e-12));
  }

  @Test
  void shouldReadWhatItWroteWhenModelIsShipped() {
    // Given
    StoryModel shipped = StoryModel.shipped();

    // When
    String format = StoryModel.parse(shipped.format(), Map.of()).format();

    // Then
    assertThat(format).isEqualTo(shipped.format()).contains("rarest five words\t");
  }

  @Test
  void shouldNameWhatIsMissingWhenTableHasNoWeight() {
    String table = StoryModel.shipped().format().replace("story: best three\t", "story: other\t");

    assertThatThrownBy(() -> StoryModel.parse(table, Map.of()))
        .hasMessageContaining("story: best three");
  }

  @Test
  void shouldHaveDistinctIdentifiersWhenFeaturesAreListed() {
    assertThat(Arrays.stream(PairFeature.values()).map(PairFeature::id)).doesNotHaveDuplicates();
  }
}
