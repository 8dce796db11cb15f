package org.storywire.processor.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.member.Standing;

/**
 * Stage two: the stories of one edition, article by article in the order given. {@link
 * StoryFollower} and {@link Ageing} decide, {@link StoryBook} carries out. The result is a function
 * of that order alone. Not thread-safe.
 */
public final class EditionStories {

  private final StoryBook book;
  private final EditionView edition;
  private final StoryFollower follower;
  private final Ageing ageing;
  private final Decisions decisions;

  /**
   * An edition that holds nothing yet.
   *
   * @param memory where it writes what it must not forget
   */
  public EditionStories(StoryConfig config, StoryModel model, StoryMemory memory) {
    this.book = new StoryBook(config, model, memory);
    this.edition = book.edition();
    this.follower = new StoryFollower(config, model, edition);
    this.ageing = new Ageing(config, edition);
    this.decisions = new Decisions(model);
  }

  /** Takes back an affair that was put into memory; all affairs before the first story. */
  public void restoreAffair(byte[] value) {
    book.restoreAffair(value);
  }

  /** Takes back a story that was put into memory; all stories before the first article. */
  public void restoreStory(byte[] value) {
    book.restoreStory(value);
  }

  /** Takes back an article that was put into memory, in order of sequence numbers. */
  public void restoreArticle(long sequence, byte[] value) {
    book.restoreArticle(sequence, value);
  }

  /** The story that an article belongs to now; empty if it is no longer held. */
  public Optional<String> storyOf(String articleId) {
    return edition.article(articleId).map(article -> edition.storyOf(article).id());
  }

  /** Latest event time seen. */
  public Instant clock() {
    return edition.clock();
  }

  /** Number of stories held, redirects included. */
  public int storyCount() {
    return edition.storyCount();
  }

  /** Number of stories that are neither closed nor merged. */
  public int openStoryCount() {
    return edition.open().size();
  }

  /** Number of articles held. */
  public int articleCount() {
    return edition.articleCount();
  }

  /** Puts an article into its story and tells what that changed. */
  public Followed follow(Arrival arrival) {
    boolean late = arrival.at().isBefore(ageing.lateBefore());
    if (!late) {
      book.apply(List.of(new Change.Advance(arrival.at())));
      book.apply(ageing.due());
    }
    StoryFollower.Plan plan = follower.follow(arrival, late);
    book.apply(plan.changes());
    return book.told(plan.storyId(), late, plan.decision());
  }

  /** Under which number an article is in memory; empty if it is no longer held. */
  public OptionalLong sequenceOf(String articleId) {
    Optional<Member> article = edition.article(articleId);
    return article.isPresent() ? OptionalLong.of(article.get().sequence()) : OptionalLong.empty();
  }

  /**
   * Corrects what was said of an article: counts, headline and topics of its story follow.
   *
   * @param articleId an article that is held
   * @param standing what it counts as from now on
   * @param at event time at which that became known
   */
  public Followed correct(String articleId, Standing standing, Instant at) {
    return told(articleId, new Change.Reclassify(articleId, standing, at));
  }

  /**
   * Tells that a copy still carries a passage that its origin has removed; nothing else changes.
   *
   * @param articleId an article that is held
   * @param at event time at which that became known
   */
  public Followed noteStaleCopy(String articleId, Instant at) {
    return told(articleId, new Change.Note(articleId, StoryEvent.Kind.STALE_COPY, at));
  }

  /**
   * Lets an article go that its source canceled. Copies of it stay, and are said to be outdated; a
   * story whose last article goes is forgotten.
   *
   * @param articleId an article that is held
   * @param at event time of the cancellation
   */
  public Followed retract(String articleId, Instant at) {
    String storyId = storyOf(articleId).orElseThrow();
    book.apply(List.of(new Change.Retract(articleId, at)));
    return book.told(storyId, false, decisions.verdict("Canceled by its source."));
  }

  /**
   * What became of a ruling.
   *
   * @param followed what happened; no events if it was carried out already
   * @param moved articles that are in another story now
   */
  public record Ruled(Followed followed, List<String> moved) {
    /** Copies. */
    public Ruled {
      moved = List.copyOf(moved);
    }
  }

  /**
   * Carries out what an editor decided.
   *
   * @throws IllegalArgumentException if it names an article that is not held
   */
  public Ruled rule(Ruling ruling) {
    RulingPlan plan = RulingPlan.of(ruling, edition);
    book.apply(plan.changes());
    String storyId = storyOf(ruling.articleIds().get(0)).orElseThrow();
    return new Ruled(
        book.told(storyId, false, decisions.verdict("OverrideInput by an editor.")), plan.moved());
  }

  private Followed told(String articleId, Change change) {
    book.apply(List.of(change));
    String storyId = storyOf(articleId).orElseThrow();
    return book.told(storyId, false, decisions.verdict("Told by syndication."));
  }
}
