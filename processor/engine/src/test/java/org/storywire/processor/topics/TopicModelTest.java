package org.storywire.processor.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicModelTest {

  private static final long GOAL = Terms.ofPhrase("goal")[0];
  private static final long VOTE = Terms.ofPhrase("vote")[0];
  private static final long[] NONE = {};
  private static final float[] NO_EVIDENCE = {0, 0};

  /**
   * Two topics, of which the second was never taught; a word for the first and one that tells
   * nothing.
   */
  private static TopicModel model() {
    FeatureTable table = new FeatureTable(new long[] {GOAL, VOTE}, new float[] {1, 1});
    LanguageModel.Builder builder = new LanguageModel.Builder(table, 2);
    float[] learned = {2, 0, 0.5f, 0};
    builder.add(0, learned, 0, new float[] {1, 2, 4}, new float[] {-1, 0, 1});
    LexiconOpinion lexicon = new LexiconOpinion(3, 1, -1);
    return new TopicModel(List.of("a", "b"), lexicon, Map.of("en", builder.build()));
  }

  @Test
  void shouldJudgeOneMarginByTheLengthOfTheText() {
    long[] headline = {GOAL, VOTE};
    long[] report = new long[200];
    Arrays.fill(report, 0, 100, GOAL);
    Arrays.fill(report, 100, 200, VOTE);

    assertThat(model().logOdds("en", headline, NONE, NO_EVIDENCE)[0])
        .isCloseTo(1.41 - 1, within(0.02));
    assertThat(model().logOdds("en", NONE, report, NO_EVIDENCE)[0])
        .isCloseTo(4 * 1.41 + 1, within(0.05));
  }

  @Test
  void shouldLeaveATopicWithoutLabelsToTheLexicon() {
    long[] title = {GOAL, VOTE};

    assertThat(model().logOdds("en", title, NONE, NO_EVIDENCE)[1]).isEqualTo(-5);
    assertThat(model().logOdds("en", title, NONE, new float[] {0, 1})[1]).isPositive();
  }

  @Test
  void shouldReadWhatItWrote() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    model().write(first);
    TopicModel read = TopicModel.read(new ByteArrayInputStream(first.toByteArray()));
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    read.write(second);

    assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
    assertThat(read.speaks("en")).isTrue();
    assertThat(read.speaks("fr")).isFalse();
    assertThat(read.logOdds("en", new long[] {GOAL, VOTE}, NONE, NO_EVIDENCE))
        .isEqualTo(model().logOdds("en", new long[] {GOAL, VOTE}, NONE, NO_EVIDENCE));
  }

  @Test
  void shouldRefuseAnotherFormat() {
    assertThatThrownBy(() -> TopicModel.read(new ByteArrayInputStream(new byte[] {1, 2, 3, 4})))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("begins with 01020304, must be 73777404");
  }
}
