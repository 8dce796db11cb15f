package org.storywire.processor.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.storywire.processor.affair.Membership;
import org.storywire.processor.story.member.Label;

/**
 * A story as it stands.
 *
 * @param storyId stable id: the id of the article that opened the story, prefixed
 * @param revision revision of the latest event that this state includes [1..]
 * @param state where the story is in its life
 * @param redirectTo for MERGED: the story that continues this one
 * @param headline headline that stands for the story
 * @param headlineArticleId article the headline is from
 * @param headlineReason why it stands for the story, in a sentence
 * @param firstHeadline headline that the story began with
 * @param firstAt event time of the earliest article
 * @param lastAt event time of the latest article
 * @param articles articles, copies included [1..]
 * @param independent sources that reported independently [0..]
 * @param copies copies [0..]
 * @param perHour articles an hour over the day before {@code lastAt}
 * @param sources sources by name, at most 50
 * @param languages languages of the articles, by name
 * @param topics topics voted by independent articles, highest score first
 * @param entities names that most independent articles carry, most first, at most 12; score =
 *     independent articles that carry the name
 * @param latestNews weightiest new sentence of the latest material event
 * @param articleIds latest articles, newest last, at most 100
 * @param affair the affair that it belongs to; empty while there is no other story in it
 */
public record StoryView(
    String storyId,
    long revision,
    State state,
    Optional<String> redirectTo,
    String headline,
    String headlineArticleId,
    String headlineReason,
    String firstHeadline,
    Instant firstAt,
    Instant lastAt,
    int articles,
    int independent,
    int copies,
    double perHour,
    List<String> sources,
    List<String> languages,
    List<Label> topics,
    List<Label> entities,
    Optional<String> latestNews,
    List<String> articleIds,
    Optional<Membership> affair) {

  /** Where a story is in its life. */
  public enum State {
    /** Takes coverage. */
    OPEN,
    /** Idle, may reopen. */
    CLOSED,
    /** Continued by another story. */
    MERGED
  }

  /** Copies. */
  public StoryView {
    sources = List.copyOf(sources);
    languages = List.copyOf(languages);
    topics = List.copyOf(topics);
    entities = List.copyOf(entities);
    articleIds = List.copyOf(articleIds);
  }
}
