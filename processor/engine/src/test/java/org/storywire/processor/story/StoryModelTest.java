package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.storywire.processor.story.similarity.PairFeature;

class StoryModelTest {

  private static StoryModel model(double titleWeight, double forShort) {
    double[] pair = new double[PairFeature.COUNT];
    double[] shortPair = new double[PairFeature.COUNT];
    pair[PairFeature.TITLE.ordinal()] = titleWeight;
    shortPair[PairFeature.TITLE.ordinal()] = forShort;
    return new StoryModel(
        "titles",
        0.4,
        new StoryModel.Weights(-2, pair),
        new StoryModel.Weights(-4, shortPair),
        new StoryModel.Weights(1, new double[StoryEvidence.COUNT]),
        Map.of());
  }

  private static double[] titlesAlike() {
    double[] features = new double[PairFeature.COUNT];
    features[PairFeature.TITLE.ordinal()] = 1;
    return features;
  }

  @Test
  void shouldWeighBetweenLongAndShortWhenTextsAreInBetween() {
    // Given
    StoryModel model = model(2, 8);

    // Then
    assertThat(model.score(titlesAlike(), 0)).isEqualTo(0.5);
    assertThat(model.score(titlesAlike(), 1)).isEqualTo(1 / (1 + Math.exp(-4)));
    assertThat(model.score(titlesAlike(), 0.5)).isEqualTo(1 / (1 + Math.exp(-2)));
    assertThat(model.explain(titlesAlike(), 0.5).get(0))
        .isEqualTo(new Decision.Part("title", 1, 5));
  }

  @Test
  void shouldWeighShortTextsAsFeaturesMeanWhenModelIsShipped() {
    // Given
    Map<String, PairFeature> byId =
        Arrays.stream(PairFeature.values()).collect(Collectors.toMap(PairFeature::id, f -> f));

    // When
    List<String[]> rows =
        StoryModel.shipped().format().lines().map(line -> line.split("\t")).toList();

    // Then
    List<String[]> pairs = rows.stream().filter(row -> byId.containsKey(row[0])).toList();
    assertThat(pairs).hasSize(PairFeature.COUNT);
    assertThat(pairs)
        .allSatisfy(
            row -> {
              double sign = byId.get(row[0]).speaksFor() ? 1 : -1;
              assertThat(sign * Double.parseDouble(row[2])).isGreaterThanOrEqualTo(0);
            });
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
