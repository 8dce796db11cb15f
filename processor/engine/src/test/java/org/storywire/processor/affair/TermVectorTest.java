package org.storywire.processor.affair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

class TermVectorTest {

  /** Keys of both signs: they are hashes. */
  private static final TermVector SPILL =
      TermVector.of(new int[] {7, -9, 3}, new float[] {3, 4, 12});

  @Test
  void shouldBeAlikeByWhatIsSharedWhenComparedByCosine() {
    // Given
    TermVector report = TermVector.of(new int[] {-9, 5}, new float[] {3, 4});

    // Then
    assertThat(SPILL.cosine(SPILL)).isCloseTo(1, within(1e-6));
    assertThat(SPILL.cosine(report)).isCloseTo(4.0 / 13 * 3 / 5, within(1e-6));
    assertThat(report.cosine(SPILL)).isEqualTo(SPILL.cosine(report));
    assertThat(SPILL.cosine(TermVector.NONE)).isZero();
  }

  @Test
  void shouldWeighEveryArticleAlikeWhenArticlesAreSummed() {
    // Given
    TermVector loud = TermVector.of(new int[] {1}, new float[] {900});
    TermVector quiet = TermVector.of(new int[] {-1}, new float[] {0.5f});

    // When
    TermVector sum = loud.plus(quiet);

    // Then
    assertThat(sum.cosine(loud)).isCloseTo(Math.sqrt(0.5), within(1e-6));
    assertThat(sum.cosine(quiet)).isCloseTo(Math.sqrt(0.5), within(1e-6));
  }

  @Test
  void shouldKeepTheHeaviestTermsWhenThereAreTooMany() {
    // Given: term i weighs i
    int[] keys = IntStream.rangeClosed(1, 100).toArray();
    float[] weights = new float[100];
    IntStream.range(0, 100).forEach(i -> weights[i] = i + 1);

    // When
    TermVector article = TermVector.of(keys, weights);

    // Then
    assertThat(article.cosine(TermVector.of(new int[] {41}, new float[] {1}))).isPositive();
    assertThat(article.cosine(TermVector.of(new int[] {40}, new float[] {1}))).isZero();
  }

  @Test
  void shouldStayBoundedWhenAnAffairGoesOn() {
    // Given
    TermVector affair = TermVector.NONE;

    // When: every article has 60 terms of its own and one of the matter
    for (int article = 0; article < 40; article++) {
      int[] keys = new int[61];
      float[] weights = new float[61];
      for (int term = 0; term < 60; term++) {
        keys[term] = 1000 * (article + 1) + term;
        weights[term] = 1;
      }
      keys[60] = 5;
      weights[60] = 2;
      affair = affair.plus(TermVector.of(keys, weights));
    }
    ByteWriter out = new ByteWriter();
    affair.write(out);

    // Then
    assertThat(out.toBytes().length).isLessThan(8 * 401 + 10);
    assertThat(affair.cosine(TermVector.of(new int[] {5}, new float[] {1}))).isGreaterThan(0.9);
  }

  @Test
  void shouldAnswerAsBeforeWhenReadBack() {
    // Given
    ByteWriter out = new ByteWriter().raw(1);
    SPILL.plus(TermVector.of(new int[] {5, -2}, new float[] {1, 2})).write(out);

    // When
    TermVector read = TermVector.read(new ByteReader(out.toBytes(), 1, "terms"));
    ByteWriter again = new ByteWriter().raw(1);
    read.write(again);

    // Then
    assertThat(again.toBytes()).isEqualTo(out.toBytes());
  }
}
