package org.storywire.processor.story.member;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.storywire.processor.story.features.Passage;
import org.storywire.processor.story.features.StoryFeatures;

/**
 * An article as it reaches the ordered stage.
 *
 * @param articleId stable id; a revision carries the id of the version it replaces
 * @param source host or feed id; empty or "unknown" if nobody knows
 * @param language ISO 639-1 code, "und" if unknown
 * @param at event time
 * @param kind what syndication found it to be
 * @param copyOf for a copy: article id of its parent
 * @param title clean headline, may be empty
 * @param body clean text that the offsets in {@code features} refer to, may be empty
 * @param features what stage one found in the article
 * @param topics subjects of the article
 * @param entities names in the article, score = number of mentions
 * @param siblings ids of articles that share its wording or its headline but tell other news, as
 *     syndication found: what they have in common says nothing
 */
public record Arrival(
    String articleId,
    String source,
    String language,
    Instant at,
    Kind kind,
    Optional<String> copyOf,
    String title,
    String body,
    StoryFeatures features,
    List<Label> topics,
    List<Label> entities,
    List<String> siblings) {

  private static final int LONGEST_LEAD = 120;

  /** Checks and copies. */
  public Arrival {
    Objects.requireNonNull(articleId, "articleId");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(copyOf, "copyOf");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(features, "features");
    topics = List.copyOf(topics);
    entities = List.copyOf(entities);
    siblings = List.copyOf(siblings);
  }

  /** An article without siblings. */
  public Arrival(
      String articleId,
      String source,
      String language,
      Instant at,
      Kind kind,
      Optional<String> copyOf,
      String title,
      String body,
      StoryFeatures features,
      List<Label> topics,
      List<Label> entities) {
    this(
        articleId, source, language, at, kind, copyOf, title, body, features, topics, entities,
        List.of());
  }

  /** What the article counts as: a copy if it is one, or if it has become one by a change. */
  public Standing standing() {
    return new Standing(kind == Kind.COPY || copyOf.isPresent(), copyOf);
  }

  /** Its title, or its first sentence if it has none. */
  public String headline() {
    if (!title.isBlank()) {
      return title.strip();
    }
    List<Passage> sentences = features.sentences();
    String sentence =
        sentences.isEmpty()
            ? body.strip().lines().findFirst().orElse("")
            : body.substring(
                Math.min(sentences.get(0).start(), body.length()),
                Math.min(sentences.get(0).end(), body.length()));
    if (sentence.length() <= LONGEST_LEAD) {
      return sentence;
    }
    int cut = sentence.lastIndexOf(' ', LONGEST_LEAD);
    return sentence.substring(0, cut < 0 ? LONGEST_LEAD : cut) + " …";
  }
}
