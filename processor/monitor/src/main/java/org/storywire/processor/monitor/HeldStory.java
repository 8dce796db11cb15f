package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.storywire.news.Entity;
import org.storywire.news.NewItem;
import org.storywire.news.NewKind;
import org.storywire.news.Story;
import org.storywire.news.StoryUpdate;

/** A story as the view holds it. Changed under the view's lock only. */
final class HeldStory implements Subject {

  private static final double SEED = 0.25;
  private static final int MOST_SOURCES = 50;

  final String id;
  long revision;
  String state = "OPEN";
  String edition = "";
  String headline = "";
  String firstHeadline = "";
  String headlineReason = "";
  Instant firstAt;
  Instant lastAt;
  int articles;
  int independent;
  int copies;
  List<String> sources = List.of();
  List<String> languages = List.of();
  List<ShownTopic> topics = List.of();
  List<String> names = List.of();
  String latestNews = "";
  double heat = Heat.NONE;
  private Activity activity;
  private final Deque<Update> recent = new ArrayDeque<>(2);

  HeldStory(String id) {
    this.id = id;
  }

  /** Takes over the state that the processor published, unless a later one is held. */
  void take(Story story, Interner interner) {
    if (story.getRevision() < revision) {
      return;
    }
    revision = story.getRevision();
    state = story.getState().name();
    edition = interner.of(story.getEdition());
    headline = SafeText.of(story.getHeadline(), 500);
    firstHeadline = SafeText.of(story.getFirstHeadline(), 500);
    headlineReason = SafeText.of(story.getHeadlineReason(), 200);
    firstAt = story.getFirstAt();
    lastAt = story.getLastAt();
    articles = story.getArticles();
    independent = story.getIndependent();
    copies = story.getCopies();
    sources = shared(story.getSources(), interner);
    languages = shared(story.getLanguages(), interner);
    topics = ShownTopic.of(story.getTopics(), interner);
    names =
        story.getEntities().stream()
            .limit(12)
            .map(Entity::getName)
            .map(name -> interner.of(SafeText.of(name, 100)))
            .toList();
    if (story.getLatestNews() != null) {
      latestNews = SafeText.of(story.getLatestNews(), 600);
    }
    if (recent.isEmpty()) {
      heat = Heat.of(SEED, lastAt);
    }
  }

  /** Takes over an event: into the timeline always, into the state if it is news. */
  void take(Update update, StoryUpdate record, int mostRecent) {
    remember(update, mostRecent);
    if (record.getRevision() <= revision) {
      return;
    }
    revision = record.getRevision();
    state = update.kind.name().equals("CLOSED") ? "CLOSED" : "OPEN";
    edition = record.getEdition();
    headline = SafeText.of(record.getHeadline(), 500);
    firstAt = firstAt == null || update.at.isBefore(firstAt) ? update.at : firstAt;
    lastAt = lastAt == null || update.at.isAfter(lastAt) ? update.at : lastAt;
    articles = record.getArticles();
    independent = record.getIndependent();
    copies = record.getCopies();
    topics = update.topics;
    if (!update.source.isEmpty() && !sources.contains(update.source)) {
      List<String> more = new ArrayList<>(sources);
      more.add(update.source);
      sources = List.copyOf(more.subList(Math.max(0, more.size() - MOST_SOURCES), more.size()));
    }
    if (update.material() && !record.getNews().isEmpty()) {
      latestNews = SafeText.of(weightiest(record.getNews()).getText(), 600);
    }
  }

  /** Takes over the events of a story that was merged into this one. */
  void absorb(HeldStory other, int mostRecent) {
    other.recent.forEach(update -> remember(update, mostRecent));
  }

  /** Forgets an event that the view no longer holds. */
  void forget(Update update) {
    recent.remove(update);
  }

  /** Events held, oldest first. */
  List<Update> recent() {
    List<Update> updates = new ArrayList<>(recent);
    updates.sort(
        java.util.Comparator.comparing((Update update) -> update.at)
            .thenComparing(update -> update.revision));
    return updates;
  }

  /** Articles an hour. */
  int[] activity(Instant now, boolean copy) {
    return activity == null ? new int[Activity.HOURS] : activity.counts(now, copy);
  }

  /** Sources that reported independently since an instant, each with its newest report. */
  Map<String, Instant> reportsSince(Instant since) {
    Map<String, Instant> newest = new TreeMap<>();
    for (Update update : recent) {
      if (update.reports() && !update.late && !update.at.isBefore(since)) {
        newest.merge(update.source, update.at, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return newest;
  }

  /** Puts an event into the timeline. */
  void remember(Update update, int mostRecent) {
    boolean copy = update.kind == org.storywire.news.UpdateKind.COPY;
    if (recent.isEmpty()) {
      heat = Heat.NONE;
    }
    recent.addLast(update);
    if (recent.size() > mostRecent) {
      recent.removeFirst();
    }
    heat = Heat.add(heat, Heat.of(update.weight(), update.at));
    if (copy || update.reports()) {
      if (activity == null) {
        activity = new Activity();
      }
      activity.add(update.at, copy);
    }
  }

  private static NewItem weightiest(List<NewItem> news) {
    return news.stream()
        .filter(item -> item.getKind() == NewKind.SENTENCE || item.getKind() == NewKind.NUMBER)
        .findFirst()
        .orElse(news.get(0));
  }

  private static List<String> shared(List<String> texts, Interner interner) {
    return texts.stream()
        .limit(MOST_SOURCES)
        .map(text -> interner.of(SafeText.of(text, 200)))
        .toList();
  }

  @Override
  public List<String> words() {
    List<String> texts = new ArrayList<>(names.size() + topics.size() + recent.size() + 2);
    texts.add(Words.fold(headline));
    texts.add(Words.fold(latestNews));
    names.forEach(name -> texts.add(Words.fold(name)));
    topics.forEach(topic -> texts.add(Words.fold(topic.label())));
    recent.forEach(update -> texts.addAll(update.words()));
    return texts;
  }

  @Override
  public List<ShownTopic> topics() {
    return topics;
  }

  @Override
  public boolean hasSource(String source) {
    return sources.stream().anyMatch(host -> Subject.sameSource(host, source));
  }

  @Override
  public boolean hasLanguage(String language) {
    return languages.contains(language.toLowerCase(java.util.Locale.ROOT))
        || Subject.editionSpeaks(edition, language);
  }

  @Override
  public boolean material() {
    return !latestNews.isEmpty();
  }

  @Override
  public int independent() {
    return independent;
  }
}
