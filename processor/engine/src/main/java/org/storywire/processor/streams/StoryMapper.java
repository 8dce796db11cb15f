package org.storywire.processor.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.storywire.news.Article;
import org.storywire.news.Entity;
import org.storywire.news.EntityKind;
import org.storywire.news.NewItem;
import org.storywire.news.NewKind;
import org.storywire.news.ScorePart;
import org.storywire.news.Story;
import org.storywire.news.StoryEvidence;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Topic;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;
import org.storywire.processor.affair.Membership;
import org.storywire.processor.story.Decision;
import org.storywire.processor.story.StoryEvent;
import org.storywire.processor.story.StoryView;
import org.storywire.processor.story.features.StoryFeatures;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Kind;
import org.storywire.processor.story.member.Label;
import org.storywire.processor.syndication.Correction;
import org.storywire.processor.text.Hashing;

/** Records of the contract ↔ values of the story core. */
final class StoryMapper {

  private StoryMapper() {}

  /** The article as the core wants it. */
  static Arrival arrival(ArticleInput judged) {
    Article article = judged.article();
    return new Arrival(
        article.getArticleId(),
        Optional.ofNullable(article.getOutlet()).orElse(article.getSource()),
        article.getLanguage(),
        article.getEventAt(),
        kind(article.getVerdict()),
        Optional.ofNullable(article.getCopyOf()),
        article.getTitle(),
        article.getBody(),
        UnreadableStateException.reading(
            "story features of " + article.getArticleId(),
            judged.features(),
            StoryFeatures::fromBytes),
        article.getTopics().stream()
            .map(topic -> new Label(topic.getCode(), topic.getLabel(), topic.getScore()))
            .toList(),
        article.getEntities().stream()
            .map(entity -> new Label(entity.getName(), entity.getName(), entity.getCount()))
            .toList(),
        judged.siblings());
  }

  private static Kind kind(Verdict verdict) {
    if (verdict == Verdict.COPY) {
      return Kind.COPY;
    }
    return verdict == Verdict.REVISION ? Kind.REVISION : Kind.ORIGINAL;
  }

  /** Why the article is in its story. */
  static StoryEvidence evidence(Decision decision) {
    return StoryEvidence.newBuilder()
        .setReason(decision.reason())
        .setScore(decision.score())
        .setThreshold(decision.threshold())
        .setParts(
            decision.parts().stream()
                .map(part -> new ScorePart(part.name(), part.value(), part.weight()))
                .toList())
        .setNextStoryId(decision.nextStoryId().orElse(null))
        .setNextScore(decision.nextScore())
        .setRuleset(decision.ruleset())
        .build();
  }

  /**
   * The event as the topic carries it.
   *
   * @param cause the article that was being followed; its details are given only if the event names
   *     it
   */
  static StoryUpdate update(StoryEvent event, Article cause) {
    StoryUpdate.Builder update =
        StoryUpdate.newBuilder()
            .setEventId(Hashing.id("update", event.storyId(), Long.toString(event.revision())))
            .setTraceId(cause.getTraceId())
            .setStoryId(event.storyId())
            .setRevision(event.revision())
            .setKind(UpdateKind.valueOf(event.kind().name()))
            .setAt(event.at())
            .setEdition(cause.getEdition())
            .setHeadline(event.headline())
            .setOtherStoryId(event.otherStoryId().orElse(null))
            .setMaterial(event.material())
            .setNews(event.news().stream().map(StoryMapper::newItem).toList())
            .setLate(event.late())
            .setArticles(event.articles())
            .setIndependent(event.independent())
            .setCopies(event.copies())
            .setTopics(topics(event.topics()))
            .setAffairId(event.affair().map(Membership::affairId).orElse(null))
            .setAffairReason(event.affair().map(Membership::reason).orElse(null))
            .setFormerAffairId(event.affair().flatMap(Membership::formerId).orElse(null));
    if (event.articleId().filter(cause.getArticleId()::equals).isPresent()) {
      update
          .setArticleId(cause.getArticleId())
          .setNativeId(cause.getNativeId())
          .setSource(cause.getSource())
          .setUrl(cause.getUrl())
          .setArticleTitle(cause.getTitle())
          .setStatus(cause.getStatus())
          .setEmbargoedUntil(cause.getEmbargoedUntil())
          .setWithdrawn(event.correction().filter(StoryEvent.Correction::withdrawn).isPresent())
          .setEvidence(cause.getStoryEvidence());
      if (event.kind() == StoryEvent.Kind.COPY) {
        update.setCopyOf(cause.getCopyOf()).setCopyGroup(cause.getCopyGroup());
      }
    } else {
      update.setArticleId(event.articleId().orElse(null));
    }
    return update.build();
  }

  /**
   * As {@link #update(StoryEvent, Article)}, with how late the article's source was.
   *
   * @param views the stories after the event: they know when their first article was published
   */
  static StoryUpdate update(StoryEvent event, Article cause, List<StoryView> views) {
    StoryUpdate update = update(event, cause);
    if (cause.getArticleId().equals(update.getArticleId())) {
      views.stream()
          .filter(view -> view.storyId().equals(event.storyId()))
          .findFirst()
          .ifPresent(view -> update.setBehindFirstMs(millis(view.firstAt(), cause.getEventAt())));
      Optional.ofNullable(cause.getPublishedAt())
          .ifPresent(at -> update.setReceivedAfterMs(millis(at, cause.getReceivedAt())));
    }
    return update;
  }

  private static long millis(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis());
  }

  /** Names the article that an update is about. */
  static void name(StoryUpdate update, Article article) {
    update.setArticleId(article.getArticleId());
    update.setNativeId(article.getNativeId());
    update.setSource(article.getSource());
    update.setUrl(article.getUrl());
    update.setArticleTitle(article.getTitle());
  }

  /**
   * What the arrival of {@code cause} changed about an article judged before.
   *
   * @param corrected that article as it stands now
   */
  static StoryUpdate update(
      StoryEvent event, Article cause, Article corrected, Correction correction) {
    StoryUpdate update = update(event, cause);
    name(update, corrected);
    update.setCopyOf(correction.parentId().orElse(null));
    update.setCopyGroup(correction.originId());
    event
        .correction()
        .ifPresent(
            verdicts -> {
              update.setFormerVerdict(verdict(verdicts.before()));
              update.setVerdict(verdict(verdicts.after()));
              update.setWithdrawn(verdicts.withdrawn());
            });
    return update;
  }

  private static Verdict verdict(Kind kind) {
    return kind == Kind.COPY ? Verdict.COPY : Verdict.ORIGINAL;
  }

  private static NewItem newItem(org.storywire.processor.story.member.NewItem item) {
    return new NewItem(
        NewKind.valueOf(item.kind().name()), item.text(), item.start(), item.end(), item.score());
  }

  /**
   * The story as the topic carries it.
   *
   * @param cause the article that touched it; its entities tell the kinds of names
   */
  static Story story(StoryView view, Article cause) {
    Map<String, EntityKind> kinds =
        cause.getEntities().stream()
            .collect(Collectors.toMap(Entity::getName, Entity::getKind, (first, second) -> first));
    return Story.newBuilder()
        .setStoryId(view.storyId())
        .setRevision(view.revision())
        .setState(StoryState.valueOf(view.state().name()))
        .setRedirectTo(view.redirectTo().orElse(null))
        .setEdition(cause.getEdition())
        .setHeadline(view.headline())
        .setHeadlineArticleId(view.headlineArticleId())
        .setHeadlineReason(view.headlineReason())
        .setFirstHeadline(view.firstHeadline())
        .setFirstAt(view.firstAt())
        .setLastAt(view.lastAt())
        .setArticles(view.articles())
        .setIndependent(view.independent())
        .setCopies(view.copies())
        .setPerHour(view.perHour())
        .setSources(view.sources())
        .setLanguages(view.languages())
        .setTopics(topics(view.topics()))
        .setEntities(entities(view.entities(), name -> kinds.getOrDefault(name, EntityKind.OTHER)))
        .setLatestNews(view.latestNews().orElse(null))
        .setArticleIds(view.articleIds())
        .setAffairId(view.affair().map(Membership::affairId).orElse(null))
        .setAffairReason(view.affair().map(Membership::reason).orElse(null))
        .build();
  }

  private static List<Topic> topics(List<Label> labels) {
    return labels.stream()
        .map(label -> new Topic(label.code(), label.label(), label.score(), false))
        .toList();
  }

  private static List<Entity> entities(List<Label> labels, Function<String, EntityKind> kindOf) {
    return labels.stream()
        .map(label -> new Entity(label.label(), kindOf.apply(label.label()), (int) label.score()))
        .toList();
  }
}
