package org.storywire.processor.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseIndexTest {

  @Test
  void shouldFindOverlappingPhrasesInOrder() {
    // Given
    PhraseIndex index = new PhraseIndex();
    int peace = index.add(Terms.ofPhrase("peace"));
    int talks = index.add(Terms.ofPhrase("peace talks"));
    int longer = index.add(Terms.ofPhrase("talks to end the war"));
    List<List<Integer>> found = new ArrayList<>();

    // When
    index.scan(
        Terms.ofPhrase("New peace talks to end the war, peace at last"),
        (phrase, start, length) -> found.add(List.of(phrase, start, length)));

    // Then
    assertThat(found)
        .containsExactly(
            List.of(peace, 1, 1),
            List.of(talks, 1, 2),
            List.of(longer, 2, 5),
            List.of(peace, 7, 1));
  }

  @Test
  void shouldNumberEqualPhrasesAlike() {
    PhraseIndex index = new PhraseIndex();

    assertThat(index.add(Terms.ofPhrase("World Cup")))
        .isEqualTo(index.add(Terms.ofPhrase("world cup")));
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void shouldIgnorePossessivesAndElidedArticles() {
    assertThat(Terms.ofPhrase("China's")).isEqualTo(Terms.ofPhrase("china"));
    assertThat(Terms.ofPhrase("l\u2019\u00e9lection")).isEqualTo(Terms.ofPhrase("\u00e9lection"));
    assertThat(Terms.ofPhrase("qu'elle")).isEqualTo(Terms.ofPhrase("elle"));
  }
}
