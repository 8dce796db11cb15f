package org.storywire.processor.story;

import java.util.ArrayList;
import java.util.List;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Coverage;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.similarity.ComparedArticle;
import org.storywire.processor.story.similarity.PairFeatures;

/**
 * The pairs that are likely on a stream: for each arriving article its candidates among the earlier
 * ones, with frequencies as they were at that moment. What a model is trained on.
 */
public final class TrainingPairs {

  /** A memory for replays that are never restored. */
  static final StoryMemory NOTHING = new Nothing();

  /** More than a follower compares: what an article is unlike teaches, too. */
  private static final int CANDIDATES = 20;

  private final StoryBook book;
  private final EditionView edition;
  private final PairFeatures pair = new PairFeatures();
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * A candidate pair.
   *
   * @param article the arriving article
   * @param other the earlier one
   * @param features numbers in the order of {@link
   *     org.storywire.processor.story.similarity.PairFeature}
   * @param shortness how little text there is [0..1]
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Pair(String article, String other, double[] features, double shortness) {}

  /**
   * Starts with nothing held.
   *
   * @param model gives the prior frequencies; its weights are not used
   */
  public TrainingPairs(StoryModel model) {
    this.book = new StoryBook(StoryConfig.defaults(), model, NOTHING);
    this.edition = book.edition();
  }

  /** Compares an article with its candidates, then holds it. */
  public void add(Arrival arrival) {
    ComparedArticle weighted = edition.weigh(arrival);
    for (Member other : edition.candidates(weighted, CANDIDATES)) {
      double[] features = pair.of(weighted, other).clone();
      double shortness = PairFeatures.shortness(weighted, other);
      pairs.add(new Pair(arrival.articleId(), other.articleId(), features, shortness));
    }
    Coverage coverage = Coverage.silent(arrival, false);
    book.apply(List.of(new Change.Open(edition.freshId(arrival.articleId()), coverage, weighted)));
  }

  /** All pairs in the order they were compared. */
  public List<Pair> pairs() {
    return List.copyOf(pairs);
  }

  private static final class Nothing implements StoryMemory {
    @Override
    public void putArticle(long sequence, byte[] value) {}

    @Override
    public void deleteArticle(long sequence) {}

    @Override
    public void putStory(String storyId, byte[] value) {}

    @Override
    public void deleteStory(String storyId) {}

    @Override
    public void putAffair(String affairId, byte[] value) {}

    @Override
    public void deleteAffair(String affairId) {}
  }
}
