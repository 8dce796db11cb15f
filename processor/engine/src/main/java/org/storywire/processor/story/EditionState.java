package org.storywire.processor.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.storywire.processor.story.features.StoryFeatures;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.EditionTime;
import org.storywire.processor.story.member.Member;
import org.storywire.processor.story.similarity.ComparedArticle;
import org.storywire.processor.story.similarity.Frequencies;
import org.storywire.processor.story.similarity.PriorFrequencies;

/**
 * Stories and articles held for one edition, with what is derived from them: frequencies, index,
 * orders. {@link StoryBook} alone changes it.
 */
final class EditionState implements EditionView {

  private static final Comparator<StoryEntry> LONGEST_IDLE_FIRST =
      Comparator.comparing(StoryEntry::lastAt).thenComparing(StoryEntry::id);

  private final StoryModel model;
  private final StoryMemory memory;
  private final Frequencies frequencies = new Frequencies();
  private final ArticleIndex index = new ArticleIndex();
  private final Map<String, StoryEntry> stories = new HashMap<>();
  private final Map<String, Member> articles = new HashMap<>();
  private final Map<String, StoryEntry> homes = new HashMap<>();
  private final TreeSet<StoryEntry> byIdleness = new TreeSet<>(LONGEST_IDLE_FIRST);
  private final TreeSet<StoryEntry> open = new TreeSet<>(LONGEST_IDLE_FIRST);
  private final TreeSet<StoryEntry> recent = new TreeSet<>(LONGEST_IDLE_FIRST);
  private EditionTime time = EditionTime.BEGIN;
  private long lastSequence;

  EditionState(StoryModel model, StoryMemory memory) {
    this.model = model;
    this.memory = memory;
  }

  @Override
  public ComparedArticle weigh(Arrival arrival) {
    StoryFeatures features = arrival.features();
    PriorFrequencies prior = model.prior(arrival.language());
    double[] idf = frequencies.idf(features.profile(), prior);
    return new ComparedArticle(
        features, arrival.source(), arrival.at(), idf, prior != PriorFrequencies.NONE);
  }

  @Override
  public ComparedArticle weigh(Member article) {
    PriorFrequencies prior = model.prior(article.language());
    double[] idf = frequencies.idf(article.profile(), prior);
    return new ComparedArticle(
        article.vectors().features(),
        article.source(),
        article.at(),
        idf,
        prior != PriorFrequencies.NONE);
  }

  IntToDoubleFunction idf(String language) {
    return frequencies.idf(model.prior(language));
  }

  IntPredicate rarerThan(double rarity, String language) {
    return frequencies.rarerThan(rarity, model.prior(language));
  }

  @Override
  public List<Member> candidates(ComparedArticle article, int most) {
    return index.candidates(article.indexKeys(), most);
  }

  @Override
  public Instant clock() {
    return time.clock();
  }

  EditionTime time() {
    return time;
  }

  void time(EditionTime next) {
    time = next;
  }

  long nextSequence() {
    return ++lastSequence;
  }

  @Override
  public int articleCount() {
    return articles.size();
  }

  @Override
  public int storyCount() {
    return stories.size();
  }

  @Override
  public Optional<Member> article(String id) {
    return Optional.ofNullable(articles.get(id));
  }

  @Override
  public Optional<Story> story(String id) {
    return Optional.ofNullable(stories.get(id));
  }

  /** A story that is known to be held. */
  StoryEntry entry(String id) {
    StoryEntry story = stories.get(id);
    if (story == null) {
      throw new IllegalArgumentException("story " + id + " is not held, expected one that is");
    }
    return story;
  }

  /** An article that is known to be held. */
  Member member(String id) {
    Member article = articles.get(id);
    if (article == null) {
      throw new IllegalArgumentException("article " + id + " is not held, expected one that is");
    }
    return article;
  }

  @Override
  public StoryEntry storyOf(Member article) {
    return homes.get(article.articleId());
  }

  @Override
  public String freshId(String articleId) {
    // Ids of forgotten stories are not remembered, but how many were forgotten is: with a number
    // that grows whenever one goes, no id that went can come again.
    String id = "s-" + articleId + (time.forgotten() == 0 ? "" : "-" + time.forgotten());
    while (stories.containsKey(id)) {
      id += "+";
    }
    return id;
  }

  @Override
  public SortedSet<StoryEntry> open() {
    return open;
  }

  @Override
  public SortedSet<StoryEntry> recent() {
    return recent;
  }

  @Override
  public SortedSet<StoryEntry> byIdleness() {
    return byIdleness;
  }

  /** Makes a story known; before changing what it is ordered by, {@link #unlist} it. */
  void list(StoryEntry story) {
    stories.put(story.id(), story);
    if (story.state() == StoryView.State.MERGED || story.members().isEmpty()) {
      return;
    }
    byIdleness.add(story);
    if (story.state() == StoryView.State.OPEN) {
      open.add(story);
    }
    if (!story.thin()) {
      recent.add(story);
    }
  }

  void unlist(StoryEntry story) {
    byIdleness.remove(story);
    open.remove(story);
    recent.remove(story);
  }

  /** Derives what depends on an article that a story holds. */
  void learn(Member article, StoryEntry home) {
    articles.put(article.articleId(), article);
    homes.put(article.articleId(), home);
    if (article.comparable()) {
      frequencies.add(article.profile());
      index.add(article);
    }
  }

  /** Undoes {@link #learn}. */
  void unlearn(Member article) {
    articles.remove(article.articleId());
    homes.remove(article.articleId());
    if (article.comparable()) {
      frequencies.remove(article.profile());
      index.remove(article);
    }
  }

  /** An article moves from one story to another. */
  void move(Member article, StoryEntry home) {
    homes.put(article.articleId(), home);
  }

  /** An article keeps only some of its features. */
  void thin(Member article, Member thinned) {
    articles.put(article.articleId(), thinned);
    frequencies.thin(article.profile(), thinned.profile());
    index.replace(thinned);
  }

  void save(Member article) {
    memory.putArticle(article.sequence(), article.toBytes(storyOf(article).id()));
  }

  void save(StoryEntry story) {
    memory.putStory(story.id(), story.toBytes());
  }

  /** Forgets one article; its story stays. */
  void forget(Member article) {
    unlearn(article);
    memory.deleteArticle(article.sequence());
  }

  /** Forgets a story with its articles and the redirects to it; tells all ids that went. */
  List<String> forget(StoryEntry story) {
    unlist(story);
    story.members().forEach(this::forget);
    List<String> ids = new ArrayList<>(story.redirects());
    ids.add(story.id());
    for (String id : ids) {
      stories.remove(id);
      memory.deleteStory(id);
    }
    time = time.oneForgotten();
    return ids;
  }

  /** Takes back a story that was saved; its articles follow. */
  void restore(StoryEntry story) {
    stories.put(story.id(), story);
  }

  /** Takes back an article that was saved; all stories are there. */
  void restore(Member article, String storyId) {
    StoryEntry story = current(storyId);
    unlist(story);
    story.add(article);
    list(story);
    learn(article, story);
    time = time.max(article.editionTime());
    lastSequence = Math.max(lastSequence, article.sequence());
  }

  private StoryEntry current(String storyId) {
    StoryEntry story = stories.get(storyId);
    while (story != null && story.redirectTo().isPresent()) {
      story = stories.get(story.redirectTo().get());
    }
    if (story == null) {
      throw new IllegalStateException(
          "story " + storyId + " of a held article was not restored before it");
    }
    return story;
  }
}
