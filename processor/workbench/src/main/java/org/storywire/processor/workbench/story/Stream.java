package org.storywire.processor.workbench.story;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.storywire.processor.article.ArticleConfig;
import org.storywire.processor.article.CleanArticle;
import org.storywire.processor.article.Cleaned;
import org.storywire.processor.article.HeapSourceMemory;
import org.storywire.processor.article.PageCleaner;
import org.storywire.processor.story.features.StoryFeatureExtractor;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Kind;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.Text;
import org.storywire.processor.workbench.Corpus;

/**
 * A labelled set as arrivals in order of time.
 *
 * @param arrivals every article as an original
 * @param stories story by article; articles without label are missing
 * @param topics topic by article, where the set has topics
 * @param weight how much its pairs count in training
 */
record Stream(
    List<Arrival> arrivals,
    Map<String, String> stories,
    Map<String, String> topics,
    double weight) {

  private static final int SECONDS_A_DAY = 86_400;

  static Stream incidents(Path data) {
    return labelled(data, "stories-incidents");
  }

  static Stream ecbPlus(Path data) {
    return labelled(data, "stories-ecbplus");
  }

  static Stream small(Path data) {
    return new Stream(
        arrivals(data.resolve("stories-small"), id -> true), new HashMap<>(), new HashMap<>(), 1);
  }

  static Stream allSides(Path data) {
    return labelled(data, "stories-allsides");
  }

  static Stream undated(Path data) {
    return labelled(data, "stories-allsides-undated");
  }

  static Stream headlines(Path data) {
    return labelled(data, "stories-headlines");
  }

  static Stream sagas(Path data) {
    return labelled(data, "stories-sagas");
  }

  /** Articles of the unlabelled stream of general news. */
  static List<Arrival> general(Path data, Predicate<String> wanted) {
    return arrivals(data.resolve("stream-general"), wanted);
  }

  private static Stream labelled(Path data, String name) {
    Path folder = data.resolve(name);
    Map<String, String> stories = new HashMap<>();
    Map<String, String> topics = new HashMap<>();
    for (Map<String, String> row : Corpus.table(folder.resolve("labels.tsv"))) {
      if (row.getOrDefault("usable", "1").equals("1")) {
        stories.put(row.get("article"), row.get("story"));
        topics.put(row.get("article"), row.getOrDefault("topic", ""));
      }
    }
    return new Stream(arrivals(folder, stories::containsKey), stories, topics, 1);
  }

  /**
   * The set's pages in order of time, cleaned as in production: furniture is learned on the way.
   */
  private static List<Arrival> arrivals(Path folder, Predicate<String> wanted) {
    PageCleaner cleaner = new PageCleaner(ArticleConfig.defaults());
    HeapSourceMemory memory = new HeapSourceMemory();
    List<Arrival> arrivals = new ArrayList<>();
    for (Corpus.Line line : Corpus.readByTime(List.of(folder.resolve("articles.jsonl.gz")))) {
      Cleaned cleaned = cleaner.clean(line.page(), memory);
      if (wanted.test(line.id()) && cleaned instanceof Cleaned.Clean clean) {
        arrivals.add(arrival(line, clean.main()));
      }
    }
    return arrivals;
  }

  private static Arrival arrival(Corpus.Line line, CleanArticle clean) {
    Document document =
        Document.of(line.id(), clean.source(), "en", line.published(), clean.title(), clean.body());
    boolean dated = !line.published().equals(Corpus.UNDATED);
    return arrival(
        document, dated ? line.published() : clean.publishedAt().orElse(line.published()));
  }

  static Arrival arrival(Document document, Instant written) {
    return new Arrival(
        document.id(),
        document.source(),
        document.language(),
        document.publishedAt(),
        Kind.ORIGINAL,
        Optional.empty(),
        document.title().string(),
        document.body().string(),
        new StoryFeatureExtractor().of(document, written),
        List.of(),
        List.of());
  }

  /** The stories whose id has a hash that a number divides. */
  Stream sample(int oneIn) {
    return only(
        stories.values().stream()
            .filter(story -> Math.floorMod(Hashing.hash64(story), oneIn) == 0)
            .collect(Collectors.toSet()));
  }

  /** The same with another weight in training. */
  Stream weighing(double next) {
    return new Stream(arrivals, stories, topics, next);
  }

  /**
   * The same at other times: each article up to a day later, by a hash of its id. Where the times
   * of a set are those of its labels, they would teach what no stream shows.
   */
  Stream spread() {
    List<Arrival> later =
        arrivals.stream()
            .map(a -> cut(a, a.body(), a.at().plusSeconds(secondsFor(a.articleId()))))
            .sorted(Comparator.comparing(Arrival::at).thenComparing(Arrival::articleId))
            .toList();
    return new Stream(later, stories, topics, weight);
  }

  private static long secondsFor(String articleId) {
    return Math.floorMod(Hashing.hash64(articleId), SECONDS_A_DAY);
  }

  /** The same with only the headlines. */
  Stream headlinesOnly() {
    return new Stream(
        arrivals.stream().map(a -> cut(a, "", a.at())).toList(), stories, topics, weight);
  }

  /** The same with headlines and the first two sentences. */
  Stream leadsOnly() {
    return openings(2);
  }

  private Stream openings(int most) {
    return new Stream(
        arrivals.stream().map(a -> cut(a, opening(a.body(), most), a.at())).toList(),
        stories,
        topics,
        weight);
  }

  private static String opening(String body, int most) {
    List<Span> sentences = Text.of(body).sentences();
    return sentences.size() <= most ? body : body.substring(0, sentences.get(most - 1).end());
  }

  private static Arrival cut(Arrival whole, String body, Instant at) {
    return arrival(
        Document.of(whole.articleId(), whole.source(), whole.language(), at, whole.title(), body),
        at);
  }

  /** Story of every article of the stream. */
  Map<String, String> gold() {
    Map<String, String> gold = new HashMap<>();
    arrivals.forEach(arrival -> gold.put(arrival.articleId(), stories.get(arrival.articleId())));
    return gold;
  }

  /** The part of the stream whose stories are asked for. */
  Stream only(Set<String> wanted) {
    return new Stream(
        arrivals.stream().filter(a -> wanted.contains(stories.get(a.articleId()))).toList(),
        stories,
        topics,
        weight);
  }

  /** The part of the stream whose topics are asked for. */
  Stream onlyTopics(Predicate<String> wanted) {
    return new Stream(
        arrivals.stream().filter(a -> wanted.test(topics.get(a.articleId()))).toList(),
        stories,
        topics,
        weight);
  }

  /**
   * Stories in the order of their first article.
   *
   * @param half 0 for the earlier half, 1 for the later one
   */
  Stream half(int half) {
    List<String> order = arrivals.stream().map(a -> stories.get(a.articleId())).distinct().toList();
    int middle = order.size() / 2;
    return only(
        Set.copyOf(half == 0 ? order.subList(0, middle) : order.subList(middle, order.size())));
  }
}
