package org.storywire.processor.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Coverage;
import org.storywire.processor.story.member.Kind;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.member.NewItem;
import org.storywire.processor.story.novelty.Novelty;
import org.storywire.processor.story.similarity.AffairTerms;
import org.storywire.processor.story.similarity.ComparedArticle;

/**
 * Decides which story an article belongs to, and what its arrival shows about stories. Reads only:
 * what is to happen is returned as changes, which {@link StoryBook} carries out.
 */
final class StoryFollower {

  private final StoryConfig config;
  private final StoryModel model;
  private final EditionView edition;
  private final Decisions decisions;
  private final UnionRule unions;

  StoryFollower(StoryConfig config, StoryModel model, EditionView edition) {
    this.config = config;
    this.model = model;
    this.edition = edition;
    this.decisions = new Decisions(model);
    this.unions = new UnionRule(edition, model);
  }

  /**
   * What an article brings about.
   *
   * @param storyId the story it belongs to once {@code changes} are carried out
   * @param decision why this story
   */
  record Plan(String storyId, Decision decision, List<Change> changes) {}

  /**
   * Decides about an article.
   *
   * @param late whether it comes later than allowed: it neither alerts nor changes other stories
   */
  Plan follow(Arrival arrival, boolean late) {
    Optional<Member> previous = edition.article(arrival.articleId());
    if (previous.isPresent()) {
      return revise(arrival, previous.get(), late);
    }
    Optional<Member> parent = arrival.copyOf().flatMap(edition::article);
    if (arrival.kind() == Kind.COPY && parent.isPresent()) {
      return copy(arrival, parent.get(), late);
    }
    return assign(arrival, late);
  }

  private Plan assign(Arrival arrival, boolean late) {
    ComparedArticle weighted = edition.weigh(arrival);
    StoryScorer scorer = new StoryScorer(model, weighted);
    siblings(arrival).forEach(scorer::exclude);
    List<Member> near = edition.candidates(weighted, config.candidates());
    List<StoryScorer.Scored> ranked = scorer.rank(near, edition::storyOf);
    boolean joins = !ranked.isEmpty() && ranked.get(0).score() >= model.threshold();
    Decision decision = decisions.of(scorer, ranked, joins);
    if (!joins) {
      String id = edition.freshId(arrival.articleId());
      Coverage coverage = coverage(arrival, weighted, List.of(), late);
      return new Plan(
          id,
          decision,
          List.of(
              new Change.Open(id, coverage, weighted), place(id, arrival, weighted, near, late)));
    }
    Target target = target(arrival, weighted, scorer, ranked, late);
    List<Change> changes = new ArrayList<>(target.before());
    Coverage coverage = coverage(arrival, weighted, target.carried(), late);
    changes.add(new Change.Join(target.storyId(), coverage, weighted));
    changes.add(place(target.storyId(), arrival, weighted, near, late));
    return new Plan(target.storyId(), decision, changes);
  }

  private static Change place(
      String storyId, Arrival arrival, ComparedArticle weighted, List<Member> near, boolean late) {
    return new Change.Place(storyId, arrival.at(), AffairTerms.of(weighted), near, late);
  }

  /** Held articles that share the arrived one's template. */
  private List<Member> siblings(Arrival arrival) {
    return arrival.siblings().stream().flatMap(id -> edition.article(id).stream()).toList();
  }

  private Coverage coverage(
      Arrival arrival, ComparedArticle weighted, List<Member> carried, boolean late) {
    Novelty.Result novelty = Novelty.of(arrival, weighted, carried, siblings(arrival));
    boolean copied = arrival.kind() == Kind.COPY;
    boolean material = novelty.material() && !late && !copied;
    List<NewItem> news = copied ? List.of() : novelty.items();
    return new Coverage(arrival, novelty.kept(), late, material, news);
  }

  /**
   * The story to join.
   *
   * @param carried articles that it holds once {@code before} is carried out
   * @param before what is to happen before
   */
  private record Target(String storyId, List<Member> carried, List<Change> before) {}

  private Target target(
      Arrival arrival,
      ComparedArticle weighted,
      StoryScorer scorer,
      List<StoryScorer.Scored> ranked,
      boolean late) {
    StoryScorer.Scored best = ranked.get(0);
    Story story = best.story();
    if (late || arrival.kind() == Kind.COPY) {
      return new Target(story.id(), story.members(), reopening(story, arrival, late));
    }
    Optional<Story> other = unions.sameAs(weighted, ranked);
    if (other.isPresent()) {
      return merging(story, other.get(), arrival.at());
    }
    List<Member> leaving = unions.strangers(scorer, story);
    if (leaving.isEmpty()) {
      return new Target(story.id(), story.members(), reopening(story, arrival, late));
    }
    return splitting(story, leaving, best.best(), arrival, late);
  }

  /** The older story stays, and takes coverage again if it was closed. */
  private static Target merging(Story one, Story other, Instant at) {
    Story stays = UnionRule.older(one, other);
    Story leaves = stays == one ? other : one;
    List<Member> carried = new ArrayList<>(stays.members());
    carried.addAll(leaves.members());
    carried.sort(Comparator.comparingLong(member -> member.sequence()));
    return new Target(stays.id(), carried, List.of(new Change.Merge(stays.id(), leaves.id(), at)));
  }

  private Target splitting(
      Story story, List<Member> strangers, Member best, Arrival arrival, boolean late) {
    List<Member> leaving = UnionRule.withCopies(strangers, story);
    String ownId = ownId(edition, story, leaving.get(0));
    List<Change> before = new ArrayList<>();
    List<String> ids = leaving.stream().map(member -> member.articleId()).toList();
    before.add(new Change.Split(story.id(), ownId, ids, arrival.at()));
    boolean leaves = leaving.contains(best);
    List<Member> carried =
        story.members().stream().filter(member -> leaving.contains(member) == leaves).toList();
    if (!leaves) {
      before.addAll(reopening(story, arrival, late));
    }
    return new Target(leaves ? ownId : story.id(), carried, before);
  }

  /** The id that the article had given to a story which was merged into this one; or a new id. */
  static String ownId(EditionView edition, Story story, Member first) {
    String id = "s-" + first.articleId();
    return story.redirects().stream()
        .filter(redirect -> redirect.equals(id) || redirect.startsWith(id + "-"))
        .findFirst()
        .orElseGet(() -> edition.freshId(first.articleId()));
  }

  private static List<Change> reopening(Story story, Arrival arrival, boolean late) {
    return story.state() == StoryView.State.CLOSED && !late
        ? List.of(new Change.Reopen(story.id(), arrival.at()))
        : List.of();
  }

  private Plan copy(Arrival arrival, Member parent, boolean late) {
    Story story = edition.storyOf(parent);
    List<Change> changes = new ArrayList<>(reopening(story, arrival, late));
    changes.add(new Change.AddCopy(story.id(), Coverage.silent(arrival, late)));
    String reason = "Copy of article " + parent.articleId() + " of this story.";
    return new Plan(story.id(), decisions.verdict(reason), changes);
  }

  private Plan revise(Arrival arrival, Member previous, boolean late) {
    Story story = edition.storyOf(previous);
    Novelty.Result novelty =
        Novelty.of(arrival, edition.weigh(arrival), story.members(), siblings(arrival));
    boolean copied = arrival.standing().copy();
    Coverage coverage =
        new Coverage(
            arrival,
            previous.sentences().and(novelty.kept()),
            late,
            novelty.material() && !late && !copied,
            copied ? List.of() : novelty.items());
    List<Change> changes = new ArrayList<>(reopening(story, arrival, late));
    changes.add(new Change.Revise(coverage, previous.comparable() || !copied));
    String reason = "New version of an article that this story carries.";
    return new Plan(story.id(), decisions.verdict(reason), changes);
  }
}
