package org.storywire.processor.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.storywire.processor.story.member.Member;

/**
 * Decides what a ruling changes. Reads only: {@link StoryBook} carries it out. A ruling that is
 * carried out already changes nothing, so that sending it twice does no harm.
 *
 * @param changes what is to happen, in order
 * @param moved articles that are in another story afterwards, and are to be sent again
 */
record RulingPlan(List<Change> changes, List<String> moved) {

  private static final RulingPlan NOTHING = new RulingPlan(List.of(), List.of());

  RulingPlan {
    changes = List.copyOf(changes);
    moved = List.copyOf(moved);
  }

  /**
   * What a ruling changes.
   *
   * @throws IllegalArgumentException if it names an article that is not held
   */
  static RulingPlan of(Ruling ruling, EditionView edition) {
    Instant at = edition.clock();
    if (ruling instanceof Ruling.SameStory same) {
      return merge(story(same.articleId(), edition), story(same.otherId(), edition), at);
    }
    if (ruling instanceof Ruling.OtherStory other) {
      return split(other, edition, at);
    }
    Ruling.Title title = (Ruling.Title) ruling;
    Story story = story(title.articleId(), edition);
    return new RulingPlan(List.of(new Change.Title(story.id(), title.headline(), at)), List.of());
  }

  private static RulingPlan merge(Story one, Story other, Instant at) {
    if (one == other) {
      return NOTHING;
    }
    Story stays = UnionRule.older(one, other);
    Story leaves = stays == one ? other : one;
    return new RulingPlan(
        List.of(
            new Change.Merge(stays.id(), leaves.id(), at),
            new Change.Settle(stays.id(), Optional.empty())),
        leaves.members().stream().map(member -> member.articleId()).toList());
  }

  /** Only those leave that are still where the other one is. */
  private static RulingPlan split(Ruling.OtherStory ruling, EditionView edition, Instant at) {
    Member stays = member(ruling.staysId(), edition);
    Story story = edition.storyOf(stays);
    List<Member> named = new ArrayList<>();
    for (String id : ruling.leaving()) {
      Member member = member(id, edition);
      if (edition.storyOf(member) == story && member != stays) {
        named.add(member);
      }
    }
    if (named.isEmpty()) {
      return NOTHING;
    }
    List<Member> leaving = UnionRule.withCopies(named, story);
    leaving.remove(stays);
    List<String> ids = leaving.stream().map(member -> member.articleId()).toList();
    String ownId = StoryFollower.ownId(edition, story, leaving.get(0));
    return new RulingPlan(
        List.of(
            new Change.Split(story.id(), ownId, ids, at),
            new Change.Settle(story.id(), Optional.of(ownId))),
        ids);
  }

  private static Story story(String articleId, EditionView edition) {
    return edition.storyOf(member(articleId, edition));
  }

  private static Member member(String articleId, EditionView edition) {
    return edition
        .article(articleId)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "article " + articleId + " is not held, expected one that a story holds"));
  }
}
