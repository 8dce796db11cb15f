package org.storywire.processor.streams;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.storywire.news.StoryOverride;
import org.storywire.processor.story.Ruling;

/**
 * What an editor decided, on its way through the order of an edition.
 *
 * @param override as it was sent
 */
record OverrideInput(StoryOverride override) implements Ordered, StoryInput {

  private static final int LONGEST_HEADLINE = 500;

  OverrideInput {
    Objects.requireNonNull(override, "override");
  }

  /**
   * The decision as the story core knows it.
   *
   * @throws BadArticleException if something is missing
   */
  Ruling ruling() {
    List<String> ids = override.getArticleIds();
    if (ids.isEmpty()) {
      throw bad("names no article, expected at least one in articleIds");
    }
    return switch (override.getKind()) {
      case SAME_STORY -> new Ruling.SameStory(ids.get(0), other());
      case OTHER_STORY -> new Ruling.OtherStory(ids, other());
      case HEADLINE -> new Ruling.Title(ids.get(0), headline());
      case OTHER -> throw bad("is of a kind that this release does not know");
    };
  }

  /** What cannot be carried out, as a dead letter tells it. */
  BadArticleException bad(String what) {
    return new BadArticleException("override " + override.getOverrideId() + " " + what);
  }

  private String other() {
    if (override.getOtherArticleId() == null) {
      throw bad("names no other article, expected one in otherArticleId");
    }
    return override.getOtherArticleId();
  }

  private Optional<String> headline() {
    String text = override.getHeadline();
    if (text != null && (text.isBlank() || text.length() > LONGEST_HEADLINE)) {
      throw bad("has a headline of " + text.length() + " characters, expected 1 to 500");
    }
    return Optional.ofNullable(text).map(String::strip);
  }
}
