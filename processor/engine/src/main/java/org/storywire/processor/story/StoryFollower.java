package org.storywire.processor.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stage two: follows the stories of one edition, article by article in the order given. The result
 * is a function of that order alone. Not safe for use by threads.
 */
public final class StoryFollower {

  private final StoryConfig config;
  private final StoryModel model;
  private final EditionState state;
  private final Decisions decisions;
  private final Ageing ageing;
  private final Admission admission;
  private final Twins twins;
  private final Unions unions;

  /**
   * A follower that holds nothing yet.
   *
   * @param memory where it writes what it must not forget
   */
  public StoryFollower(StoryConfig config, StoryModel model, StoryMemory memory) {
    this.config = config;
    this.model = model;
    this.state = new EditionState(memory);
    this.decisions = new Decisions(model);
    this.ageing = new Ageing(config, model, state);
    this.admission = new Admission(config, model, state, ageing);
    this.twins = new Twins(state, model);
    this.unions = new Unions(state);
  }

  /** Takes back a story that was put into memory; all stories before the first article. */
  public void restoreStory(byte[] value) {
    state.restore(HeldStory.fromBytes(value));
  }

  /** Takes back an article that was put into memory, in order of sequence numbers. */
  public void restoreArticle(long sequence, byte[] value) {
    HeldArticle.Stored stored = HeldArticle.fromBytes(sequence, value);
    state.restore(stored.article(), stored.storyId());
  }

  /** The story that an article belongs to now; empty if it is no longer held. */
  public Optional<String> storyOf(String articleId) {
    return state.article(articleId).map(article -> article.story().id());
  }

  /** Number of stories held, redirects included. */
  public int storyCount() {
    return state.storyCount();
  }

  /** Number of stories that are neither closed nor merged. */
  public int openStoryCount() {
    return state.open().size();
  }

  /** Number of articles held. */
  public int articleCount() {
    return state.size();
  }

  /**
   * Tells the story of an article that something became known about the article; nothing else
   * changes.
   *
   * @return the event; empty if the article is no longer held
   */
  public Optional<Followed> note(StoryEvent.Kind kind, String articleId, Instant at) {
    return state
        .article(articleId)
        .map(
            article -> {
              EventLog log = new EventLog(state);
              log.note(article.story(), kind, at, articleId);
              return log.finish(
                  article.story().id(), false, decisions.verdict("Told by syndication."));
            });
  }

  /** Puts an article into its story and tells what that changed. */
  public Followed follow(Arrival arrival) {
    EventLog log = new EventLog(state);
    boolean late = arrival.at().isBefore(ageing.lateBefore());
    if (!late) {
      state.advance(arrival.at());
      ageing.run(log);
    }
    Optional<HeldArticle> previous = state.article(arrival.articleId());
    Optional<HeldArticle> parent = arrival.copyOf().flatMap(state::article);
    Followed followed;
    if (previous.isPresent()) {
      followed = revise(arrival, previous.get(), late, log);
    } else if (arrival.kind() == Kind.COPY && parent.isPresent()) {
      followed = copy(arrival, parent.get(), late, log);
    } else {
      followed = assign(arrival, late, log);
    }
    return followed;
  }

  private Followed assign(Arrival arrival, boolean late, EventLog log) {
    Weighted weighted = state.weigh(arrival, model);
    List<HeldArticle> candidates =
        state.index().candidates(ArticleIndex.keysOf(weighted), config.candidates());
    StoryScorer scorer = new StoryScorer(model, weighted);
    List<StoryScorer.Scored> ranked = scorer.rank(candidates);
    boolean joins = !ranked.isEmpty() && ranked.get(0).score() >= model.threshold();
    Decision decision = decisions.of(scorer, ranked, joins);
    if (!joins) {
      return open(arrival, weighted, late, decision, log);
    }
    HeldStory story = unite(arrival, weighted, scorer, ranked, late, log);
    Novelty.Result novelty = Novelty.of(arrival, weighted, story.members());
    admission.reopen(story, arrival, late, log);
    HeldArticle article = admission.hold(arrival, Optional.of(weighted), story, novelty.kept());
    boolean copied = arrival.kind() == Kind.COPY;
    boolean material = novelty.material() && !late && !copied;
    StoryEvent.Kind kind = copied ? StoryEvent.Kind.COPY : StoryEvent.Kind.COVERAGE;
    List<NewItem> news = copied ? List.of() : novelty.items();
    admission.tell(article, kind, arrival, late, new Admission.News(material, news), log);
    return log.finish(story.id(), late, decision);
  }

  /** The story to join, after what the article shows about stories has been carried out. */
  private HeldStory unite(
      Arrival arrival,
      Weighted weighted,
      StoryScorer scorer,
      List<StoryScorer.Scored> ranked,
      boolean late,
      EventLog log) {
    StoryScorer.Scored best = ranked.get(0);
    HeldStory story = best.story();
    if (late || arrival.kind() == Kind.COPY) {
      return story;
    }
    Optional<HeldStory> twin = twins.sameAs(weighted, ranked);
    if (twin.isPresent()) {
      return unions.merge(story, twin.get(), arrival.at(), log);
    }
    List<HeldArticle> strangers = twins.strangers(scorer, story);
    if (strangers.isEmpty()) {
      return story;
    }
    HeldStory own = unions.split(story, strangers, arrival.at(), log);
    return best.best().story() == own ? own : story;
  }

  private Followed open(
      Arrival arrival, Weighted weighted, boolean late, Decision decision, EventLog log) {
    HeldStory story = new HeldStory(freeId(arrival.articleId()), arrival.at());
    Novelty.Result novelty = Novelty.of(arrival, weighted, List.of());
    HeldArticle article = admission.hold(arrival, Optional.of(weighted), story, novelty.kept());
    story.headline(new Headline(HeadlineRule.of(arrival), arrival.articleId(), 1));
    boolean material = novelty.material() && !late && arrival.kind() != Kind.COPY;
    List<NewItem> news = arrival.kind() == Kind.COPY ? List.of() : novelty.items();
    admission.tell(
        article, StoryEvent.Kind.OPENED, arrival, late, new Admission.News(material, news), log);
    return log.finish(story.id(), late, decision);
  }

  private Followed copy(Arrival arrival, HeldArticle parent, boolean late, EventLog log) {
    HeldStory story = parent.story();
    admission.reopen(story, arrival, late, log);
    HeldArticle article = admission.hold(arrival, Optional.empty(), story, KeptSentences.NONE);
    admission.tell(article, StoryEvent.Kind.COPY, arrival, late, Admission.News.NONE, log);
    return log.finish(
        story.id(),
        late,
        decisions.verdict("Copy of article " + parent.articleId + " of this story."));
  }

  private Followed revise(Arrival arrival, HeldArticle previous, boolean late, EventLog log) {
    HeldStory story = previous.story();
    boolean compare = previous.comparable();
    Novelty.Result novelty = Novelty.of(arrival, state.weigh(arrival, model), story.members());
    admission.reopen(story, arrival, late, log);
    state.unlist(story);
    story.uncount(previous);
    state.unlearn(previous);
    state.forgetArticle(previous);
    Optional<Weighted> compared =
        compare ? Optional.of(state.weigh(arrival, model)) : Optional.empty();
    KeptSentences kept = previous.sentences().and(novelty.kept());
    HeldArticle article = admission.hold(arrival, compared, story, kept);
    if (story.headline().articleId().equals(arrival.articleId())) {
      String headline = HeadlineRule.of(arrival);
      story.headline(new Headline(headline, arrival.articleId(), story.headline().decidedAt()));
    }
    boolean material = novelty.material() && !late && compare;
    List<NewItem> news = compare ? novelty.items() : List.of();
    admission.tell(
        article, StoryEvent.Kind.REVISION, arrival, late, new Admission.News(material, news), log);
    return log.finish(
        story.id(), late, decisions.verdict("New version of an article that this story carries."));
  }

  private String freeId(String articleId) {
    String id = "s-" + articleId;
    while (state.story(id).isPresent()) {
      id += "+";
    }
    return id;
  }
}
