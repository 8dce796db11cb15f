package org.storywire.processor.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OverlapPropertyTest {

  private final Wire wire = new Wire();
  private final CopyRule rule = new CopyRule(SyndicationConfig.defaults());

  /** Two texts that share a random part of their paragraphs, some of it quoted. */
  private List<Fingerprint> pair(int seed) {
    Random random = new Random(seed);
    List<String> common = Wire.paragraphs(seed, 1 + random.nextInt(20));
    List<Fingerprint> pair = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      List<String> own = Wire.paragraphs(1_000_000L + 2L * seed + side, 1 + random.nextInt(60));
      for (String paragraph : common) {
        if (random.nextInt(4) > 0) {
          String text = random.nextInt(5) == 0 ? "\"" + paragraph + "\"" : paragraph;
          own.add(random.nextInt(own.size() + 1), text);
        }
      }
      String body = String.join("\n", own);
      pair.add(wire.fingerprint(new Wire.Item("id" + side, "s" + side, Wire.NOON, body)));
    }
    return pair;
  }

  private static Overlap overlap(Fingerprint one, Fingerprint other) {
    Comparer comparer = new Comparer();
    comparer.begin(one);
    Overlap overlap = new Overlap();
    comparer.compare(other.sample(), other.content(), overlap);
    return overlap;
  }

  @Test
  void shouldKeepAllSharesBetweenZeroAndOne() {
    for (int seed = 0; seed < 300; seed++) {
      List<Fingerprint> pair = pair(seed);

      Overlap overlap = overlap(pair.get(0), pair.get(1));

      assertThat(
              List.of(
                  overlap.containment(),
                  overlap.jaccard(),
                  overlap.keptShare(),
                  overlap.ownShare(),
                  overlap.similarity(),
                  overlap.bothOpenings(),
                  overlap.spread()))
          .allMatch(share -> share >= 0 && share <= 1);
      assertThat(overlap.jaccard()).isLessThanOrEqualTo(overlap.containment());
    }
  }

  @Test
  void shouldJudgeBothWaysAlike() {
    for (int seed = 0; seed < 300; seed++) {
      List<Fingerprint> pair = pair(seed);

      Overlap there = overlap(pair.get(0), pair.get(1));
      Overlap back = overlap(pair.get(1), pair.get(0));

      assertThat(back.containment()).isEqualTo(there.containment());
      assertThat(back.jaccard()).isEqualTo(there.jaccard());
      assertThat(back.spread()).isEqualTo(there.spread());
      assertThat(back.bothOpenings()).isEqualTo(there.bothOpenings());
      assertThat(back.keptShare()).isEqualTo(there.ownShare());
      assertThat(back.run).isEqualTo(there.run);
      assertThat(rule.copies(pair.get(1), pair.get(0), back))
          .isEqualTo(rule.copies(pair.get(0), pair.get(1), there));
    }
  }

  @Test
  void shouldContainItselfWhole() {
    for (int seed = 0; seed < 100; seed++) {
      Fingerprint one =
          wire.fingerprint(new Wire.Item("a", "s", Wire.NOON, Wire.text(seed, 3 + seed % 40)));

      Overlap overlap = overlap(one, one);

      assertThat(overlap.containment()).isEqualTo(1);
      assertThat(overlap.jaccard()).isEqualTo(1);
      assertThat(overlap.sameContent).isTrue();
      assertThat(overlap.run).isEqualTo(overlap.all);
    }
  }

  @Test
  void shouldEstimateContainmentWithinSamplingError() {
    // Given: texts that share 10 of 25 and 10 of 50 paragraphs; true containment 0.4
    double sum = 0;
    for (int seed = 0; seed < 50; seed++) {
      List<String> common = Wire.paragraphs(seed, 10);
      List<String> one = new ArrayList<>(common);
      one.addAll(Wire.paragraphs(5_000 + seed, 15));
      List<String> other = new ArrayList<>(common);
      other.addAll(Wire.paragraphs(9_000 + seed, 40));

      // When
      Overlap overlap =
          overlap(
              wire.fingerprint(new Wire.Item("a", "s", Wire.NOON, String.join("\n", one))),
              wire.fingerprint(new Wire.Item("b", "t", Wire.NOON, String.join("\n", other))));

      // Then
      assertThat(overlap.containment()).isBetween(0.25, 0.55);
      sum += overlap.containment();
    }
    assertThat(sum / 50).isBetween(0.37, 0.43);
  }

  @Test
  void shouldBeTheSurerOfCopiesAndTheLessSureOfOthersTheMoreIsShared() {
    double ofCopy = 0;
    double ofOther = 1;
    for (int shared = 0; shared <= 100; shared++) {
      // Given
      Overlap overlap = new Overlap();
      overlap.shared = shared;
      overlap.prose = 100;
      overlap.otherProse = 150;

      // When
      double copy = rule.confidence(overlap, true);
      double other = rule.confidence(overlap, false);

      // Then
      assertThat(copy).isBetween(Math.max(0.8, ofCopy), 1.0);
      assertThat(other).isBetween(0.5, ofOther);
      ofCopy = copy;
      ofOther = other;
    }
    assertThat(ofCopy).isEqualTo(1);
  }
}
