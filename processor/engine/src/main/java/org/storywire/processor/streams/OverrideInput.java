package org.storywire.processor.streams;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.storywire.news.OverrideKind;
import org.storywire.news.StoryOverride;
import org.storywire.processor.story.Ruling;
import org.storywire.processor.syndication.CopyRuling;
import org.storywire.processor.syndication.Correction;

/**
 * What an editor decided, on its way through the order of an edition.
 *
 * @param override as it was sent
 * @param corrections what is said otherwise of copies since it was carried out on them
 */
record OverrideInput(StoryOverride override, List<Correction> corrections)
    implements Ordered, StoryInput {

  private static final int LONGEST_HEADLINE = 500;

  OverrideInput {
    Objects.requireNonNull(override, "override");
    corrections = List.copyOf(corrections);
  }

  OverrideInput(StoryOverride override) {
    this(override, List.of());
  }

  /** The same with what it changed about copies. */
  OverrideInput with(List<Correction> changed) {
    return new OverrideInput(override, changed);
  }

  /**
   * Checks that nothing is missing.
   *
   * @throws BadArticleException if something is
   */
  void check() {
    if (copyRuling().isEmpty()) {
      ruling();
    }
  }

  /**
   * The decision as the syndication core knows it; empty if it is about stories.
   *
   * @throws BadArticleException if something is missing
   */
  Optional<CopyRuling> copyRuling() {
    List<String> ids = override.getArticleIds();
    boolean copy = override.getKind() == OverrideKind.COPY_OF;
    if (!copy && override.getKind() != OverrideKind.NOT_COPY) {
      return Optional.empty();
    }
    if (ids.size() != 1) {
      throw bad("names " + ids.size() + " articles, expected one in articleIds");
    }
    Optional<String> parent =
        Optional.ofNullable(override.getOtherArticleId()).filter(other -> copy);
    if (parent.filter(ids.get(0)::equals).isPresent()) {
      throw bad("names the same article twice, expected another in otherArticleId");
    }
    return Optional.of(new CopyRuling(ids.get(0), parent, copy && parent.isEmpty()));
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
      case COPY_OF, NOT_COPY -> throw new IllegalStateException("not about stories");
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
