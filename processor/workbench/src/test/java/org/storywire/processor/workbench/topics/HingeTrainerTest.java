package org.storywire.processor.workbench.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HingeTrainerTest {

  private static final Example ARTICLE =
      new Example(
          "a",
          "s",
          "en",
          "",
          new long[0],
          new long[0],
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          "",
          0,
          0);

  /** Feature 0 speaks for topic 0, feature 1 for topic 1; the dense feature for both. */
  private static final Lesson[] LESSONS = {
    lesson(0, 1, 0b01, 0), lesson(1, 1, 0b10, 0), lesson(0, 1, 0b01, 0), lesson(2, -1, 0, 0)
  };

  private static Lesson lesson(int feature, float dense, int topics, int further) {
    return new Lesson(
        ARTICLE,
        new int[] {feature},
        new float[] {1},
        new float[] {dense},
        topics,
        topics,
        further,
        0,
        1,
        10,
        0);
  }

  private static float[] margins(Lesson[] lessons, Lesson of) {
    float[] margins = new float[2];
    new HingeTrainer(2, 40, 0.3f).train(lessons, 3, new float[] {1, 1}).margins(of, margins);
    return margins;
  }

  @Test
  void shouldTellTopicsApartWhenFeaturesDo() {
    assertThat(margins(LESSONS, LESSONS[0])[0]).isGreaterThan(0.5f);
    assertThat(margins(LESSONS, LESSONS[0])[1]).isLessThan(-0.5f);
    assertThat(margins(LESSONS, LESSONS[1])[1]).isGreaterThan(0.3f);
    assertThat(margins(LESSONS, LESSONS[3])[0]).isLessThan(-0.5f);
  }

  @Test
  void shouldGiveTheSameWeightsForTheSameLessons() {
    HingeTrainer trainer = new HingeTrainer(2, 5, 0.1f);

    assertThat(trainer.train(LESSONS, 3, new float[] {1, 2}).sparse())
        .isEqualTo(trainer.train(LESSONS, 3, new float[] {1, 2}).sparse());
  }

  @Test
  void shouldTakeATopicThatALessonMayHaveTooForAWeakCounterExample() {
    Lesson[] plain = {lesson(0, 0, 0b01, 0), lesson(0, 0, 0b10, 0)};
    Lesson[] lenient = {lesson(0, 0, 0b01, 0b10), lesson(0, 0, 0b10, 0)};

    assertThat(margins(lenient, plain[0])[1]).isGreaterThan(margins(plain, plain[0])[1]);
  }
}
