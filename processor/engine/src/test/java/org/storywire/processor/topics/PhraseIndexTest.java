package org.storywire.processor.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseIndexTest {

  @Test
  void shouldFindOverlappingPhrasesInOrder() {
    // Given
    PhraseIndex.Builder phrases = new PhraseIndex.Builder();
    int peace = phrases.add(Terms.ofPhrase("peace"));
    int talks = phrases.add(Terms.ofPhrase("peace talks"));
    int longer = phrases.add(Terms.ofPhrase("talks to end the war"));
    List<List<Integer>> found = new ArrayList<>();

    // When
    PhraseIndex index = phrases.build();
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
    PhraseIndex.Builder phrases = new PhraseIndex.Builder();

    assertThat(phrases.add(Terms.ofPhrase("World Cup")))
        .isEqualTo(phrases.add(Terms.ofPhrase("world cup")));
  }

  @Test
  void shouldIgnorePossessivesAndElidedArticles() {
    assertThat(Terms.ofPhrase("China's")).isEqualTo(Terms.ofPhrase("china"));
    assertThat(Terms.ofPhrase("l\u2019\u00e9lection")).isEqualTo(Terms.ofPhrase("\u00e9lection"));
    assertThat(Terms.ofPhrase("qu'elle")).isEqualTo(Terms.ofPhrase("elle"));
  }
}
