package org.storywire.processor.streams;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.storywire.news.Article;
import org.storywire.news.StoryOverride;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UsageStatus;
import org.storywire.news.Verdict;
import org.storywire.processor.story.EditionStories;
import org.storywire.processor.story.Followed;
import org.storywire.processor.story.Ruling;
import org.storywire.processor.story.StoryConfig;
import org.storywire.processor.story.StoryEvent;
import org.storywire.processor.story.StoryMemory;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.member.Standing;
import org.storywire.processor.syndication.Correction;

/** Puts each judged article into its story, in order, and tells what happened. */
final class StoryProcessor implements Processor<String, StoryInput, String, SpecificRecord> {

  static final String ARTICLES_STORE = "story-articles";
  static final String STORIES_STORE = "story-stories";
  static final String AFFAIRS_STORE = "story-affairs";

  private final StoryConfig config;
  private final StoryModel model;
  private final ProcessingObserver observer;
  private final Map<String, EditionStories> editions = new HashMap<>();
  private final Map<String, ArticleRecords> recordsOf = new HashMap<>();
  private ProcessorContext<String, SpecificRecord> context;
  private KeyValueStore<String, byte[]> articles;
  private KeyValueStore<String, byte[]> stories;
  private KeyValueStore<String, byte[]> affairs;
  private KeyValueStore<String, byte[]> records;
  private StoryOutput output;

  private StoryProcessor(StoryConfig config, StoryModel model, ProcessingObserver observer) {
    this.config = config;
    this.model = model;
    this.observer = observer;
  }

  static ProcessorSupplier<String, StoryInput, String, SpecificRecord> supplier(
      StoryConfig config, ProcessingObserver observer) {
    StoryModel model = StoryModel.shipped();
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, StoryInput, String, SpecificRecord> get() {
        return new StoryProcessor(config, model, observer);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            EditionStore.builder(ARTICLES_STORE),
            EditionStore.builder(STORIES_STORE),
            EditionStore.builder(AFFAIRS_STORE),
            EditionStore.uncached(ArticleRecords.STORE));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> processorContext) {
    context = processorContext;
    // An instance begins anew when its task comes back after it was a standby.
    editions.clear();
    recordsOf.clear();
    output = new StoryOutput(context, observer);
    articles = context.getStateStore(ARTICLES_STORE);
    stories = context.getStateStore(STORIES_STORE);
    affairs = context.getStateStore(AFFAIRS_STORE);
    records = context.getStateStore(ArticleRecords.STORE);
    EditionStore.forEach(affairs, (edition, key, value) -> edition(edition).restoreAffair(value));
    EditionStore.forEach(stories, (edition, key, value) -> edition(edition).restoreStory(value));
    EditionStore.forEach(
        articles,
        (edition, key, value) ->
            edition(edition).restoreArticle(EditionStore.sequence(key), value));
    tellHeld();
  }

  @Override
  public void process(Record<String, StoryInput> record) {
    if (record.value() instanceof OverrideInput decided) {
      decide(decided);
      tellHeld();
      return;
    }
    ArticleInput judged = (ArticleInput) record.value();
    Article article = judged.article();
    if (article.getVerdict() == Verdict.NOT_ARTICLE) {
      output.send(article);
      return;
    }
    EditionStories edition = edition(article.getEdition());
    if (article.getStatus() == UsageStatus.CANCELED) {
      retract(edition, article);
      tellHeld();
      return;
    }
    if (article.getVerdict() == Verdict.UNCHANGED) {
      article.setStoryId(edition.storyOf(article.getArticleId()).orElse(null));
      output.send(article);
      return;
    }
    Followed followed = edition.follow(StoryMapper.arrival(judged));
    article.setStoryId(followed.storyId());
    article.setLate(followed.late());
    article.setStoryEvidence(StoryMapper.evidence(followed.decision()));
    edition
        .sequenceOf(article.getArticleId())
        .ifPresent(sequence -> records(article.getEdition()).put(sequence, article));
    output.send(article);
    followed
        .events()
        .forEach(event -> output.send(StoryMapper.update(event, article, followed.views())));
    followed.views().forEach(view -> output.send(StoryMapper.story(view, article), article));
    followed.forgotten().forEach(output::forget);
    judged.corrections().forEach(correction -> correct(edition, correction, article));
    tellHeld();
  }

  /** A canceled article leaves its story; copies of it that stay are named. */
  private void retract(EditionStories edition, Article canceled) {
    String id = canceled.getArticleId();
    canceled.setStoryId(edition.storyOf(id).orElse(null));
    output.send(canceled);
    if (canceled.getStoryId() == null) {
      return;
    }
    Followed followed = edition.retract(id, canceled.getEventAt());
    for (StoryEvent event : followed.events()) {
      StoryUpdate update = StoryMapper.update(event, canceled, followed.views());
      event
          .articleId()
          .filter(other -> !other.equals(id))
          .ifPresent(
              copy -> StoryMapper.name(update, record(edition, canceled.getEdition(), copy)));
      output.send(update);
    }
    followed.views().forEach(view -> output.send(StoryMapper.story(view, canceled), canceled));
    followed.forgotten().forEach(output::forget);
  }

  private void tellHeld() {
    String task = context.taskId().toString();
    long open = 0;
    long stories = 0;
    long held = 0;
    for (EditionStories follower : editions.values()) {
      open += follower.openStoryCount();
      stories += follower.storyCount();
      held += follower.articleCount();
    }
    observer.held(task, ProcessingObserver.Held.OPEN_STORIES, open);
    observer.held(task, ProcessingObserver.Held.STORIES, stories);
    observer.held(task, ProcessingObserver.Held.ARTICLES, held);
  }

  @Override
  public void close() {
    observer.released(context.taskId().toString());
  }

  /** Carries out what an editor decided; what cannot be becomes a dead letter. */
  private void decide(OverrideInput decided) {
    StoryOverride override = decided.override();
    EditionStories edition = edition(override.getEdition());
    if (decided.copyRuling().isPresent()) {
      decideCopy(decided, edition);
      return;
    }
    Ruling ruling = decided.ruling();
    for (String id : ruling.articleIds()) {
      if (edition.storyOf(id).isEmpty()) {
        throw decided.bad(
            "names article "
                + id
                + ", which no story of edition "
                + override.getEdition()
                + " holds");
      }
    }
    EditionStories.Ruled ruled = edition.rule(ruling);
    Article cause = record(edition, override.getEdition(), ruling.articleIds().get(0));
    ruled.followed().events().stream()
        .map(event -> StoryMapper.update(event, cause))
        .forEach(
            update -> {
              update.setTraceId("");
              update.setOverrideId(override.getOverrideId());
              output.send(update);
            });
    ruled.followed().views().forEach(view -> output.send(StoryMapper.story(view, cause), cause));
    for (String id : ruled.moved()) {
      Article moved = record(edition, override.getEdition(), id);
      moved.setStoryId(edition.storyOf(id).orElseThrow());
      moved.setCorrections(moved.getCorrections() + 1);
      records(override.getEdition()).put(edition.sequenceOf(id).orElseThrow(), moved);
      output.sendAgain(moved, moved.getEventAt());
    }
  }

  /** Says anew what was said of the copies that an editor's decision changed. */
  private void decideCopy(OverrideInput decided, EditionStories edition) {
    StoryOverride override = decided.override();
    String id = override.getArticleIds().get(0);
    if (edition.sequenceOf(id).isEmpty()) {
      throw decided.bad("names article " + id + ", which no story holds");
    }
    Article cause = record(edition, override.getEdition(), id);
    cause.setTraceId("");
    cause.setEventAt(edition.clock());
    for (Correction correction : decided.corrections()) {
      correct(edition, correction, cause, override.getOverrideId());
    }
  }

  private Article record(EditionStories edition, String name, String articleId) {
    return records(name).get(edition.sequenceOf(articleId).orElseThrow());
  }

  /** Says anew what was said of an article, in its story and of itself, if a story holds it. */
  private void correct(EditionStories edition, Correction correction, Article cause) {
    correct(edition, correction, cause, null);
  }

  private void correct(
      EditionStories edition, Correction correction, Article cause, String overrideId) {
    OptionalLong sequence = edition.sequenceOf(correction.articleId());
    if (sequence.isEmpty()) {
      return;
    }
    Article corrected = records(cause.getEdition()).get(sequence.getAsLong());
    Followed followed;
    if (correction.kind() == Correction.Kind.STALE_PASSAGE) {
      followed = edition.noteStaleCopy(correction.articleId(), cause.getEventAt());
    } else {
      Standing standing = Standing.of(correction.parentId());
      followed = edition.correct(correction.articleId(), standing, cause.getEventAt());
      SyndicationMapper.correct(corrected, correction);
      corrected.setStoryId(followed.storyId());
      records(cause.getEdition()).put(sequence.getAsLong(), corrected);
      output.sendAgain(corrected, cause.getEventAt());
    }
    followed
        .events()
        .forEach(
            event -> {
              StoryUpdate update = StoryMapper.update(event, cause, corrected, correction);
              update.setOverrideId(overrideId);
              output.send(update);
            });
    followed.views().forEach(view -> output.send(StoryMapper.story(view, cause), cause));
  }

  private EditionStories edition(String edition) {
    return editions.computeIfAbsent(
        edition, name -> new EditionStories(config, model, memory(name)));
  }

  private ArticleRecords records(String edition) {
    return recordsOf.computeIfAbsent(edition, name -> new ArticleRecords(records, name));
  }

  private StoryMemory memory(String edition) {
    EditionStore heldArticles = new EditionStore(articles, edition);
    EditionStore heldStories = new EditionStore(stories, edition);
    EditionStore heldAffairs = new EditionStore(affairs, edition);
    return new StoryMemory() {
      @Override
      public void putArticle(long sequence, byte[] value) {
        heldArticles.put(sequence, value);
      }

      @Override
      public void deleteArticle(long sequence) {
        heldArticles.delete(sequence);
        records(edition).delete(sequence);
      }

      @Override
      public void putStory(String storyId, byte[] value) {
        heldStories.put(storyId, value);
      }

      @Override
      public void deleteStory(String storyId) {
        heldStories.delete(storyId);
      }

      @Override
      public void putAffair(String affairId, byte[] value) {
        heldAffairs.put(affairId, value);
      }

      @Override
      public void deleteAffair(String affairId) {
        heldAffairs.delete(affairId);
      }
    };
  }
}
