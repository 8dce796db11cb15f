package org.storywire.schemas;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.storywire.news.OverrideKind;
import org.storywire.news.StoryOverride;

/** Makes what editors decide, and sends it. */
public final class Overrides {

  private static final int ANSWER_WITHIN_SECONDS = 15;

  private Overrides() {}

  /**
   * Who decides, and why.
   *
   * @param edition edition of the stories
   * @param by who decides, not empty
   * @param at when
   * @param reason why; may be empty
   */
  public record Editor(String edition, String by, Instant at, String reason) {

    /** Checks that somebody decides. */
    public Editor {
      if (edition.isBlank() || by.isBlank()) {
        throw new IllegalArgumentException("an override needs an edition and somebody who decides");
      }
    }

    private StoryOverride make(
        OverrideKind kind, List<String> articleIds, String other, String headline, String undoes) {
      if (articleIds.isEmpty()) {
        throw new IllegalArgumentException("an override names no article, expected at least one");
      }
      return StoryOverride.newBuilder()
          .setOverrideId(UUID.randomUUID().toString())
          .setEdition(edition)
          .setKind(kind)
          .setArticleIds(List.copyOf(articleIds))
          .setOtherArticleId(other)
          .setHeadline(headline)
          .setBy(by)
          .setAt(at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS))
          .setReason(reason)
          .setUndoes(undoes)
          .build();
    }

    /**
     * Two stories are one.
     *
     * @param story articles of the one, all that are known
     * @param other articles of the other
     */
    public StoryOverride sameStory(List<String> story, List<String> other) {
      if (other.isEmpty()) {
        throw new IllegalArgumentException("the other story names no article, expected one");
      }
      return make(OverrideKind.SAME_STORY, story, other.get(0), null, null);
    }

    /**
     * Articles are not of the story that they are in.
     *
     * @param articles those that leave
     * @param story all that are known of the story
     */
    public StoryOverride otherStory(List<String> articles, List<String> story) {
      String stays =
          story.stream()
              .filter(id -> !articles.contains(id))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "no article would stay in the story, expected at least one"));
      return make(OverrideKind.OTHER_STORY, articles, stays, null, null);
    }

    /** A headline stands for the story of an article; empty gives the choice back. */
    public StoryOverride headline(String articleId, Optional<String> headline) {
      return make(OverrideKind.HEADLINE, List.of(articleId), null, headline.orElse(null), null);
    }

    /** An article is a copy of another one. */
    public StoryOverride copyOf(String articleId, String parentId) {
      if (articleId.equals(parentId)) {
        throw new IllegalArgumentException("article " + articleId + " can't be a copy of itself");
      }
      return make(OverrideKind.COPY_OF, List.of(articleId), parentId, null, null);
    }

    /** An article is a report of its own. */
    public StoryOverride notCopy(String articleId) {
      return make(OverrideKind.NOT_COPY, List.of(articleId), null, null, null);
    }

    /**
     * Takes a decision back.
     *
     * @throws IllegalArgumentException if it can't be taken back by what it says
     */
    public StoryOverride undo(StoryOverride done) {
      return switch (done.getKind()) {
        case SAME_STORY -> reverse(OverrideKind.OTHER_STORY, done);
        case OTHER_STORY -> reverse(OverrideKind.SAME_STORY, done);
        case HEADLINE -> {
          if (done.getHeadline() == null) {
            throw new IllegalArgumentException(
                "the headline was given back already: choose one instead");
          }
          yield make(OverrideKind.HEADLINE, done.getArticleIds(), null, null, done.getOverrideId());
        }
        case COPY_OF, NOT_COPY -> {
          if (done.getKind() == OverrideKind.COPY_OF && done.getOtherArticleId() == null) {
            throw new IllegalArgumentException("the choice was given back already");
          }
          yield make(OverrideKind.COPY_OF, done.getArticleIds(), null, null, done.getOverrideId());
        }
        case OTHER ->
            throw new IllegalArgumentException("an override of an unknown kind can't be undone");
      };
    }

    private StoryOverride reverse(OverrideKind kind, StoryOverride done) {
      return make(kind, done.getArticleIds(), done.getOtherArticleId(), null, done.getOverrideId());
    }
  }

  /**
   * A producer of overrides, with every acknowledgement.
   *
   * @param cluster where they go
   */
  public static Producer<String, StoryOverride> producer(Cluster cluster) {
    return new KafkaProducer<>(
        cluster.properties(
            Map.of(
                "client.id",
                "storywire-overrides",
                "acks",
                "all",
                "enable.idempotence",
                true,
                "max.block.ms",
                ANSWER_WITHIN_SECONDS * 1_000)),
        new StringSerializer(),
        NewsSerdes.override(cluster.format()).serializer());
  }

  /**
   * Sends an override and waits until it is kept.
   *
   * @throws KafkaException if the brokers do not take it
   */
  public static void send(Producer<String, StoryOverride> producer, StoryOverride override) {
    try {
      producer
          .send(
              new ProducerRecord<>(
                  NewsTopics.OVERRIDES,
                  null,
                  override.getAt().toEpochMilli(),
                  override.getEdition(),
                  override))
          .get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("unable to write the override to " + NewsTopics.OVERRIDES, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while writing an override", e);
    }
  }
}
