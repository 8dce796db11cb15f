package org.storywire.processor.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.storywire.processor.affair.Affairs;
import org.storywire.processor.affair.Membership;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.ArticleVectors;
import org.storywire.processor.story.member.Coverage;
import org.storywire.processor.story.member.Kind;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.similarity.ComparedArticle;

/**
 * The one writer: carries out changes, and makes the events that tell of them. Nobody else changes
 * stories, their articles, or what is derived and written down of both.
 */
final class StoryBook {

  private static final double THIN_RARITY = 0.1;

  private final StoryConfig config;
  private final EditionState state;
  private final Affairs affairs;
  private EventLog log = new EventLog();

  /**
   * A book without stories.
   *
   * @param memory where it writes what it must not forget
   */
  StoryBook(StoryConfig config, StoryModel model, StoryMemory memory) {
    this.config = config;
    this.state = new EditionState(model, memory);
    this.affairs = new Affairs(memory);
  }

  /** What those read who decide. */
  EditionView edition() {
    return state;
  }

  /** Takes back an affair that was put into memory; all affairs before the first story. */
  void restoreAffair(byte[] value) {
    affairs.restore(value);
  }

  /** Takes back a story that was put into memory; all stories before the first article. */
  void restoreStory(byte[] value) {
    StoryEntry story = StoryEntry.fromBytes(value);
    state.restore(story);
    story.affair().ifPresent(affair -> affairs.restore(story.id(), affair.affairId()));
  }

  /** Takes back an article that was put into memory. */
  void restoreArticle(long sequence, byte[] value) {
    Member.Stored stored = Member.fromBytes(sequence, value);
    state.restore(stored.member(), stored.storyId());
  }

  /** Carries out changes in their order. */
  void apply(List<Change> changes) {
    changes.forEach(change -> change.applyTo(this));
  }

  /** Writes the stories down that were touched since the last call, and tells what happened. */
  Followed told(String storyId, boolean late, Decision decision) {
    log.touched().forEach(state::save);
    Followed followed = log.followed(storyId, late, decision);
    log = new EventLog();
    return followed;
  }

  void advance(Change.Advance change) {
    state.time(state.time().advanced(change.at()));
  }

  void open(Change.Open change) {
    StoryEntry story = new StoryEntry(change.storyId());
    Member article = admit(story, change.coverage(), Optional.of(change.weighted()));
    story.begin(StoryHeadline.of(article));
    tell(story, article, StoryEvent.Kind.OPENED, change.coverage());
  }

  void join(Change.Join change) {
    StoryEntry story = state.entry(change.storyId());
    Member article = admit(story, change.coverage(), Optional.of(change.weighted()));
    StoryEvent.Kind kind = article.copy() ? StoryEvent.Kind.COPY : StoryEvent.Kind.COVERAGE;
    tell(story, article, kind, change.coverage());
  }

  void place(Change.Place change) {
    List<String> near =
        change.near().stream()
            .flatMap(one -> state.article(one.articleId()).stream()) // one may have been let go
            .map(one -> state.storyOf(one).id())
            .toList();
    List<Membership> told =
        affairs.follow(change.storyId(), change.at(), change.terms(), near, change.late());
    for (Membership affair : told) {
      StoryEntry story = state.entry(affair.storyId());
      story.affair(Optional.of(affair));
      boolean others = !affair.storyId().equals(change.storyId());
      if (others || affair.formerId().isPresent()) {
        log.affair(story, change.at(), Optional.of(change.storyId()).filter(id -> others));
      }
    }
  }

  void addCopy(Change.AddCopy change) {
    StoryEntry story = state.entry(change.storyId());
    Member article = admit(story, change.coverage(), Optional.empty());
    tell(story, article, StoryEvent.Kind.COPY, change.coverage());
  }

  void revise(Change.Revise change) {
    Arrival arrival = change.coverage().arrival();
    Member previous = state.member(arrival.articleId());
    StoryEntry story = state.storyOf(previous);
    state.unlist(story);
    story.remove(previous);
    state.forget(previous);
    Optional<ComparedArticle> weighted =
        change.compared() ? Optional.of(state.weigh(arrival)) : Optional.empty();
    Member article = admit(story, change.coverage(), weighted);
    StoryHeadline headline = story.headline();
    if (headline.isOf(article)) {
      story.headline(HeadlineRule.revised(headline, article));
    }
    tell(story, article, StoryEvent.Kind.REVISION, change.coverage());
  }

  private Member admit(StoryEntry story, Coverage coverage, Optional<ComparedArticle> weighted) {
    Optional<ArticleVectors> vectors = weighted.map(ComparedArticle::vectors);
    Member article = new Member(state.nextSequence(), coverage, state.time(), vectors);
    state.unlist(story);
    story.add(article);
    story.thin(story.thin() && state.idle(story, config.recentFor()));
    state.learn(article, story);
    while (story.members().size() > config.maximumMembers()) {
      Member oldest = story.members().get(1); // The first stays: it says how the story began.
      story.letGo(oldest);
      state.forget(oldest);
    }
    state.list(story);
    return article;
  }

  private void tell(StoryEntry story, Member article, StoryEvent.Kind kind, Coverage coverage) {
    story.headline(HeadlineRule.after(story, article, coverage, state.idf(article.language())));
    if (coverage.material()) {
      LatestNews.of(coverage.news(), article.articleId()).ifPresent(story::latestNews);
    }
    log.coverage(story, kind, coverage);
    state.save(article);
  }

  void reclassify(Change.Reclassify change) {
    Member before = state.member(change.articleId());
    StoryEntry story = state.storyOf(before);
    Member after = before.as(change.standing());
    replace(story, before, after);
    if (before.copy() == after.copy()) {
      log.note(story, StoryEvent.Kind.ORIGIN_CHANGED, change.at(), change.articleId());
      return;
    }
    if (after.copy()) {
      takeBack(story, after);
    }
    boolean withdrawn = before.material() && !after.material();
    log.corrected(
        story,
        StoryEvent.Kind.CORRECTED,
        change.at(),
        change.articleId(),
        new StoryEvent.Correction(before.standing().kind(), after.standing().kind(), withdrawn));
  }

  private void replace(StoryEntry story, Member before, Member after) {
    state.unlist(story);
    state.unlearn(before);
    story.replace(before, after);
    state.learn(after, story);
    state.list(story);
    state.save(after);
  }

  /** A copy gives the story neither headline nor news, if there is somebody else who can. */
  private static void takeBack(StoryEntry story, Member copy) {
    if (story.latestNews().articleId().equals(copy.articleId())) {
      story.latestNews(LatestNews.NONE);
    }
    if (story.headline().isOf(copy)) {
      story.members().stream()
          .filter(member -> !member.copy())
          .findFirst()
          .ifPresent(member -> story.headline(StoryHeadline.of(member)));
    }
  }

  void retract(Change.Retract change) {
    Member gone = state.member(change.articleId());
    StoryEntry story = state.storyOf(gone);
    state.unlist(story);
    story.remove(gone);
    state.forget(gone);
    takeBack(story, gone);
    if (!story.members().isEmpty()) {
      Member first = story.members().get(0);
      boolean began = story.view().firstHeadline().equals(gone.title());
      if (began && !story.headline().isChosen()) {
        story.begin(StoryHeadline.of(first));
      } else if (story.headline().isOf(gone)) {
        story.headline(StoryHeadline.of(first));
      }
    }
    state.list(story);
    Kind kind = gone.standing().kind();
    log.corrected(
        story,
        StoryEvent.Kind.RETRACTED,
        change.at(),
        change.articleId(),
        new StoryEvent.Correction(kind, kind, gone.material()));
    for (Member member : story.members()) {
      if (member.standing().parent().filter(change.articleId()::equals).isPresent()) {
        log.note(story, StoryEvent.Kind.STALE_COPY, change.at(), member.articleId());
      }
    }
    if (story.members().isEmpty()) {
      forget(new Change.Forget(story.id()));
    }
  }

  void note(Change.Note change) {
    StoryEntry story = state.storyOf(state.member(change.articleId()));
    log.note(story, change.kind(), change.at(), change.articleId());
  }

  void merge(Change.Merge change) {
    StoryEntry stays = state.entry(change.staysId());
    StoryEntry leaves = state.entry(change.leavesId());
    state.unlist(stays);
    state.unlist(leaves);
    leaves.members().forEach(article -> state.move(article, stays));
    stays.absorb(leaves);
    affairs.merge(stays.id(), leaves.id());
    stays.affair(stays.affair().or(leaves::affair));
    leaves.affair(Optional.empty());
    leaves.redirect(stays.id());
    stays.redirects().add(leaves.id());
    for (String id : leaves.redirects()) {
      StoryEntry older = state.entry(id);
      older.redirect(stays.id());
      stays.redirects().add(id);
      state.save(older);
    }
    leaves.redirects().clear();
    stays.enter(StoryView.State.OPEN);
    stays.thin(false);
    state.list(stays);
    log.life(leaves, StoryEvent.Kind.MERGED, change.at(), Optional.of(stays.id()));
    log.life(stays, StoryEvent.Kind.MERGED, change.at(), Optional.of(leaves.id()));
  }

  void split(Change.Split change) {
    StoryEntry story = state.entry(change.storyId());
    List<Member> moving = new ArrayList<>(change.articleIds().stream().map(state::member).toList());
    state.unlist(story);
    StoryEntry own =
        story.redirects().remove(change.ownId())
            ? state.entry(change.ownId())
            : new StoryEntry(change.ownId());
    own.revive();
    for (Member article : moving) {
      story.remove(article);
      own.add(article);
      state.move(article, own);
    }
    own.begin(StoryHeadline.of(moving.get(0)));
    if (moving.stream().anyMatch(story.headline()::isOf)) {
      story.headline(StoryHeadline.of(story.members().get(0)));
    }
    state.list(story);
    state.list(own);
    // Members may have been written down under an id that lives again: write all anew.
    story.members().forEach(state::save);
    own.members().forEach(state::save);
    log.life(own, StoryEvent.Kind.SPLIT, change.at(), Optional.of(story.id()));
    log.life(story, StoryEvent.Kind.SPLIT, change.at(), Optional.of(own.id()));
  }

  void settle(Change.Settle change) {
    StoryEntry story = state.entry(change.storyId());
    story.bound(change.apartFromId().isEmpty());
    if (change.apartFromId().isPresent()) {
      StoryEntry other = state.entry(change.apartFromId().get());
      other.bound(false);
      story.apart(other, true);
      other.apart(story, true);
    } else {
      story.apart(story, false);
    }
  }

  void title(Change.Title change) {
    StoryEntry story = state.entry(change.storyId());
    Optional<StoryHeadline> chosen = change.headline().map(StoryHeadline::chosen);
    story.headline(
        chosen.orElseGet(
            () ->
                StoryHeadline.of(
                    story.members().stream()
                        .filter(article -> !article.copy())
                        .findFirst()
                        .orElse(story.members().get(0)))));
    if (chosen.isEmpty()) {
      story.headline(HeadlineRule.choose(story, state.idf(story.members().get(0).language())));
    }
    log.life(story, StoryEvent.Kind.EDITED, change.at(), Optional.empty());
  }

  void close(Change.Close change) {
    enter(state.entry(change.storyId()), StoryView.State.CLOSED);
    log.life(state.entry(change.storyId()), StoryEvent.Kind.CLOSED, change.at(), Optional.empty());
  }

  void reopen(Change.Reopen change) {
    enter(state.entry(change.storyId()), StoryView.State.OPEN);
    log.life(
        state.entry(change.storyId()), StoryEvent.Kind.REOPENED, change.at(), Optional.empty());
  }

  private void enter(StoryEntry story, StoryView.State next) {
    state.unlist(story);
    story.enter(next);
    state.list(story);
  }

  void thin(Change.Thin change) {
    StoryEntry story = state.entry(change.storyId());
    state.unlist(story);
    story.thin(true);
    for (Member article : List.copyOf(story.members())) {
      if (article.comparable()) {
        IntPredicate rare = state.rarerThan(THIN_RARITY, article.language());
        Member thinned = article.thinned(rare);
        story.replace(article, thinned);
        state.thin(article, thinned);
        state.save(thinned);
      }
    }
    state.list(story);
    state.save(story);
  }

  void forget(Change.Forget change) {
    List<String> forgotten = state.forget(state.entry(change.storyId()));
    affairs.forget(forgotten);
    log.forgotten(forgotten);
  }
}
