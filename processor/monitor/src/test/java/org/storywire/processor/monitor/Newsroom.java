package org.storywire.processor.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.storywire.news.Article;
import org.storywire.news.CopyEvidence;
import org.storywire.news.NewItem;
import org.storywire.news.NewKind;
import org.storywire.news.Relation;
import org.storywire.news.ScorePart;
import org.storywire.news.StoryEvidence;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Topic;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

/** Tells a monitor of invented reports and their copies as the processor would tell it. */
final class Newsroom {

  private final TestMonitor monitor;
  private final Map<String, Integer> revisions = new HashMap<>();
  private final Map<String, Integer> articles = new HashMap<>();
  private final Map<String, Integer> copies = new HashMap<>();
  private final Map<String, String> headlines = new HashMap<>();
  private final Map<String, List<Topic>> topics = new HashMap<>();
  private final Map<String, Article> told = new LinkedHashMap<>();

  Newsroom(TestMonitor monitor) {
    this.monitor = monitor;
  }

  /** A report that no other article is the source of. */
  void report(
      String story, String article, String source, Instant at, String title, String... sentences) {
    String body = String.join(" ", sentences) + "\n\n" + background(title);
    boolean first = !revisions.containsKey(story);
    headlines.putIfAbsent(story, title);
    List<NewItem> news = new ArrayList<>();
    int from = 0;
    for (String sentence : sentences) {
      int begin = body.indexOf(sentence, from);
      news.add(
          new NewItem(
              NewKind.SENTENCE,
              sentence,
              begin,
              begin + sentence.length(),
              0.9 - news.size() * 0.1));
      from = begin + sentence.length();
    }
    StoryEvidence evidence =
        first
            ? new StoryEvidence(
                "No story held was close enough.", 0.21, 0.55, List.of(), null, 0.0, "invented")
            : new StoryEvidence(
                "Same places, figures and names within the hour.",
                0.78,
                0.55,
                List.of(
                    new ScorePart("entities", 0.71, 0.42),
                    new ScorePart("title", 0.62, 0.31),
                    new ScorePart("body terms", 0.55, 0.38),
                    new ScorePart("time", 0.9, 0.08)),
                "story-other",
                0.19,
                "invented");
    put(
        article(story, article, source, at, title, body)
            .setVerdict(Verdict.ORIGINAL)
            .setRelation(Relation.NONE)
            .setCopyGroup(article)
            .setStoryEvidence(evidence)
            .build());
    monitor.take(
        update(story, article, source, at, title, first ? UpdateKind.OPENED : UpdateKind.COVERAGE)
            .setMaterial(sentences.length > 0)
            .setNews(news)
            .setEvidence(evidence)
            .build());
  }

  /** A copy of an article that keeps a share of its text. */
  void copy(String of, String article, String source, int minutesLater, double kept, String title) {
    Article parent = told.get(of);
    Instant at = parent.getEventAt().plusSeconds(60L * minutesLater);
    String story = parent.getStoryId();
    int length = Math.max(40, (int) (parent.getBody().length() * kept));
    String body = parent.getBody().substring(0, Math.min(length, parent.getBody().length()));
    CopyEvidence evidence =
        new CopyEvidence(
            of,
            0.97,
            kept * 0.9,
            kept,
            body.split(" ").length,
            body,
            0,
            0,
            minutesLater * 60_000L,
            0.96,
            0.6,
            "invented");
    put(
        article(story, article, source, at, title, body)
            .setVerdict(Verdict.COPY)
            .setRelation(
                kept > 0.98 ? Relation.EXACT : kept > 0.7 ? Relation.NEAR : Relation.EXCERPT)
            .setCopyOf(of)
            .setCopyGroup(parent.getCopyGroup())
            .setCopyEvidence(evidence)
            .build());
    copies.merge(story, 1, Integer::sum);
    monitor.take(update(story, article, source, at, title, UpdateKind.COPY).setCopyOf(of).build());
  }

  /** Topics of a story, told before its first report. */
  void about(String story, Topic... which) {
    topics.put(story, List.of(which));
  }

  private void put(Article article) {
    told.put(article.getArticleId(), article);
    articles.merge(article.getStoryId(), 1, Integer::sum);
    monitor.take(article);
  }

  private StoryUpdate.Builder update(
      String story, String article, String source, Instant at, String title, UpdateKind kind) {
    int revision = revisions.merge(story, 1, Integer::sum);
    int all = articles.get(story);
    int copied = copies.getOrDefault(story, 0);
    return Samples.update(story, revision)
        .setKind(kind)
        .setAt(at)
        .setHeadline(headlines.get(story))
        .setArticleId(article)
        .setNativeId(article)
        .setSource(source)
        .setUrl("https://" + source + "/" + article)
        .setArticleTitle(title)
        .setMaterial(false)
        .setNews(List.of())
        .setArticles(all)
        .setIndependent(all - copied)
        .setCopies(copied)
        .setTopics(topics.getOrDefault(story, List.of()));
  }

  private static Article.Builder article(
      String story, String id, String source, Instant at, String title, String body) {
    return Article.newBuilder()
        .setArticleId(id)
        .setNativeId(id)
        .setEventId("e-" + id)
        .setTraceId("")
        .setSource(source)
        .setUrl("https://" + source + "/" + id)
        .setTitle(title)
        .setBody(body)
        .setLanguage("en")
        .setEdition("en")
        .setPublishedAt(at)
        .setEventAt(at)
        .setReceivedAt(at)
        .setStoryId(story);
  }

  private static String background(String title) {
    return "This report was written for a test. What it says about \""
        + title
        + "\" is invented, and so are its places and people.";
  }
}
