package org.storywire.processor.story.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.storywire.processor.story.Articles;
import org.storywire.processor.story.features.Passage;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.KeptSentences;
import org.storywire.processor.story.similarity.ComparedArticle;

class CarriedSentencesTest {

  private static final String TEXT =
      """
      Divers searched the wreck of the Maribel near Lindmouth harbour.
      Engineers blamed a rusty hull plate for the flood.
      Divers searched the wreck of the Maribel near Lindmouth again.\
      """;

  private final Arrival arrival =
      Articles.original("a1", "a.example", "2026-03-01T00:00:00Z", "", TEXT);
  private final ComparedArticle weighted = weigh(arrival);
  private final List<Passage> sentences = arrival.features().sentences();
  private final CarriedSentences carried = new CarriedSentences(weighted, sentences);

  private static ComparedArticle weigh(Arrival arrival) {
    double[] idf = new double[arrival.features().profile().size()];
    Arrays.fill(idf, 0.5);
    return new ComparedArticle(arrival.features(), arrival.source(), arrival.at(), idf, true);
  }

  @Test
  void shouldCompareOnlyLaterSentencesWhenArticleCarriesItsOwn() {
    // Given
    assertThat(sentences).hasSize(3);

    // When
    carried.carry(0);

    // Then
    assertThat(carried.overlap(0)).isZero();
    assertThat(carried.overlap(1)).isZero();
    assertThat(carried.overlap(2)).isGreaterThan(0.6);
    assertThat(carried.unseen(0)).isZero();
    assertThat(carried.unseen(1)).isEqualTo(0.5 * sentences.get(1).words().length, within(1e-12));
  }

  @Test
  void shouldTellOverlapWithEverySentenceWhenStoryCarriedThem() {
    // Given
    KeptSentences kept = KeptSentences.of(sentences.subList(0, 1), weighted.profile());

    // When
    carried.carry(kept);

    // Then
    assertThat(carried.overlap(0)).isEqualTo(1);
    assertThat(carried.likeness(0)).isEqualTo(1);
    assertThat(carried.overlap(1)).isZero();
    assertThat(carried.overlap(2)).isGreaterThan(0.6);
    assertThat(carried.unseen(0, 0.4)).isZero();
    assertThat(carried.unseen(1, 0.4)).isEqualTo(sentences.get(1).words().length);
    assertThat(carried.unseen(1, 0.6)).isZero();
  }
}
