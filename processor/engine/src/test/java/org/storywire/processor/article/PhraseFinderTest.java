package org.storywire.processor.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhraseFinderTest {

  private final PhraseFinder finder = new PhraseFinder(List.of("help us keep", "steun onze", "支持"));

  @Test
  void shouldFindAPhraseWhereverItStands() {
    assertThat(finder.isIn("help us keep the light on")).isTrue();
    assertThat(finder.isIn("lees verder en steun onze")).isTrue();
    assertThat(finder.isIn("请支持我们")).isTrue();
  }

  @Test
  void shouldFindNothingWhereAPhraseOnlyBegins() {
    assertThat(finder.isIn("they help us kee")).isFalse();
    assertThat(finder.isIn("h")).isFalse();
    assertThat(finder.isIn("")).isFalse();
  }

  @Test
  void shouldFindWhatASearchForEachPhraseFinds() {
    // Given
    Random random = new Random(5);
    List<String> phrases = List.of("ab", "bca", "ccc");
    PhraseFinder short3 = new PhraseFinder(phrases);

    for (int i = 0; i < 2_000; i++) {
      String text =
          random
              .ints(random.nextInt(7), 'a', 'd')
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();

      // Then
      assertThat(short3.isIn(text)).as(text).isEqualTo(phrases.stream().anyMatch(text::contains));
    }
  }
}
