package org.storywire.processor.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out mergers and splits: members, redirects, counts, events. */
final class Unions {

  private final EditionState state;

  Unions(EditionState state) {
    this.state = state;
  }

  /** Makes two stories one; the older id stays. Returns the story that stays. */
  HeldStory merge(HeldStory one, HeldStory other, Instant at, EventLog log) {
    boolean firstStays = before(one, other);
    HeldStory stays = firstStays ? one : other;
    HeldStory leaves = firstStays ? other : one;
    state.unlist(stays);
    state.unlist(leaves);
    stays.absorb(leaves);
    leaves.redirect(stays.id());
    stays.redirects().add(leaves.id());
    for (String id : List.copyOf(leaves.redirects())) {
      HeldStory older = state.story(id).orElseThrow();
      older.redirect(stays.id());
      stays.redirects().add(id);
      state.save(older);
    }
    leaves.redirects().clear();
    stays.enter(StoryView.State.OPEN);
    stays.thin(false);
    state.list(stays);
    state.list(leaves);
    log.life(leaves, StoryEvent.Kind.MERGED, at, Optional.of(stays.id()));
    log.life(stays, StoryEvent.Kind.MERGED, at, Optional.of(leaves.id()));
    return stays;
  }

  private static boolean before(HeldStory one, HeldStory other) {
    int byTime = one.firstAt().compareTo(other.firstAt());
    return byTime != 0 ? byTime < 0 : one.id().compareTo(other.id()) < 0;
  }

  /**
   * Moves members into a story of their own, with the copies made of them.
   *
   * @return the new story, or the one that was merged before and lives again
   */
  HeldStory split(HeldStory story, List<HeldArticle> strangers, Instant at, EventLog log) {
    List<HeldArticle> moving = new ArrayList<>(strangers);
    for (HeldArticle member : story.members()) {
      boolean follows = strangers.stream().anyMatch(s -> s.articleId.equals(member.parent));
      if (follows && !moving.contains(member)) {
        moving.add(member);
      }
    }
    HeldArticle first = strangers.get(0);
    String id = "s-" + first.articleId;
    state.unlist(story);
    HeldStory own = state.story(id).orElseGet(() -> new HeldStory(id, first.at));
    own.revive(first.at);
    story.redirects().remove(id);
    for (HeldArticle article : moving) {
      story.uncount(article);
      own.count(article);
    }
    own.headline(new Headline(first.title, first.articleId, 1));
    boolean headlineLeft =
        moving.stream().anyMatch(m -> m.articleId.equals(story.headline().articleId()));
    if (headlineLeft) {
      HeldArticle remaining = story.members().get(0);
      story.headline(new Headline(remaining.title, remaining.articleId, 1));
    }
    state.list(story);
    state.list(own);
    // Members may have been written down under an id that lives again: write all anew.
    story.members().forEach(state::save);
    own.members().forEach(state::save);
    log.life(own, StoryEvent.Kind.SPLIT, at, Optional.of(story.id()));
    log.life(story, StoryEvent.Kind.SPLIT, at, Optional.of(own.id()));
    return own;
  }
}
