package org.storywire.processor.story.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  private static final int FERRY = StoryWords.key("ferry");
  private static final int HARBOUR = StoryWords.key("harbour");

  @Test
  void shouldGiveTheSameNumberWhenWordComesAgain() {
    // Given
    Vocabulary vocabulary = new Vocabulary();

    // When
    int ferry = vocabulary.number(FERRY);
    int harbour = vocabulary.number(HARBOUR);

    // Then
    assertThat(ferry).isZero();
    assertThat(harbour).isEqualTo(1);
    assertThat(vocabulary.number(FERRY)).isEqualTo(ferry);
    assertThat(vocabulary.size()).isEqualTo(2);
  }

  @Test
  void shouldListWordsByKeyWithTheirNumbers() {
    // Given
    Vocabulary vocabulary = new Vocabulary();
    int[] words = {FERRY, HARBOUR, StoryWords.key("storm"), StoryWords.key("captain")};

    // When
    Arrays.stream(words).forEach(vocabulary::number);

    // Then
    long[] expected = new long[words.length];
    for (int number = 0; number < words.length; number++) {
      expected[number] = (long) Field.TERMS.key(words[number]) << 32 | number;
    }
    Arrays.sort(expected);
    assertThat(vocabulary.sorted()).isEqualTo(expected);
  }
}
