package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Coverage;
import org.storywire.processor.story.member.EditionTime;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.similarity.ComparedArticle;
import org.storywire.processor.story.similarity.PairFeature;

/** With a model that looks at nothing but shared words. */
class StoryScorerTest {

  private static final String AT = "2026-03-01T00:00:00Z";

  private final StoryEntry story = new StoryEntry("s-a");
  private long sequence;

  private static StoryModel wordsOnly() {
    double[] weights = new double[PairFeature.COUNT];
    weights[PairFeature.WORDS.ordinal()] = 8;
    return new StoryModel(
        "words-only",
        0.5,
        new StoryModel.Weights(-4, weights),
        new StoryModel.Weights(-4, weights),
        StoryModel.Weights.none(StoryEvidence.COUNT),
        Map.of());
  }

  private static ComparedArticle weigh(Arrival arrival) {
    double[] idf = new double[arrival.features().profile().size()];
    Arrays.fill(idf, 0.8);
    return new ComparedArticle(arrival.features(), arrival.source(), arrival.at(), idf, true);
  }

  private static Arrival arrival(String id, String words) {
    return Articles.original(id, id + ".example", AT, "", words);
  }

  private Member member(String id, String words) {
    Arrival arrival = arrival(id, words);
    ComparedArticle weighted = weigh(arrival);
    Member article =
        new Member(
            ++sequence,
            Coverage.silent(arrival, false),
            EditionTime.BEGIN,
            Optional.of(weighted.vectors()));
    story.add(article);
    return article;
  }

  @Test
  void shouldNotCompareOtherMembersWhenBestCandidateIsUnlike() {
    // Given
    Member unlike = member("a1", "uver volk wint xara");
    member("a2", "pon qan ril tamo");
    StoryScorer scorer = new StoryScorer(wordsOnly(), weigh(arrival("b1", "pon qan ril tamo")));

    // When
    List<StoryScorer.Scored> ranked = scorer.rank(List.of(unlike), member -> story);

    // Then
    assertThat(ranked).hasSize(1);
    assertThat(ranked.get(0).score()).isEqualTo(ranked.get(0).bestScore()).isLessThan(0.15);
  }

  @Test
  void shouldTakeOtherMembersIntoAccountWhenBestCandidateIsAlike() {
    // Given
    Member alike = member("a1", "pon qan ril tamo");
    Member unlike = member("a2", "uver volk wint xara");
    StoryScorer scorer = new StoryScorer(wordsOnly(), weigh(arrival("b1", "pon qan ril tamo")));

    // When
    List<StoryScorer.Scored> ranked = scorer.rank(List.of(alike), member -> story);

    // Then
    double mean = (scorer.score(alike) + scorer.score(unlike)) / 2;
    assertThat(ranked.get(0).bestScore()).isGreaterThan(0.9);
    assertThat(ranked.get(0).score()).isEqualTo(mean, within(1e-12));
  }
}
