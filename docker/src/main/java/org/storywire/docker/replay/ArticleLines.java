package org.storywire.docker.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.storywire.docker.tail.AvroJson;
import org.storywire.news.Article;
import org.storywire.news.Verdict;

/** Articles as a replay reports them: with the input's own ids, and with the final state. */
final class ArticleLines {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What format 1 called otherwise than the topics do; gone with the next release. */
  private static final Map<String, String> FORMER_NAMES =
      new TreeMap<>(
          Map.of(
              "id", "nativeId",
              "story", "storyId",
              "storyAtArrival", "storyIdAtArrival",
              "published", "publishedAt"));

  private final CopyTrees trees;
  private final MergedStories redirects;
  private final Map<String, String> lastStory = new HashMap<>();

  ArticleLines(CopyTrees trees, MergedStories redirects) {
    this.trees = trees;
    this.redirects = redirects;
  }

  /** The article as an object; articles must be given in the order of arrival. */
  ObjectNode of(Article article) {
    String id = article.getArticleId();
    String storyAtArrival = article.getStoryId();
    if (storyAtArrival != null) {
      lastStory.put(id, storyAtArrival);
    }
    String story = lastStory.get(id);
    Optional<String> parent = trees.parent(id);
    ObjectNode line = NODES.objectNode();
    line.put("articleId", id);
    line.put("nativeId", article.getNativeId());
    line.put("verdict", lower(finalVerdict(article.getVerdict(), parent.isPresent())));
    line.put("verdictAtArrival", lower(article.getVerdict()));
    line.put("relation", lower(article.getRelation()));
    line.put("copyOf", parent.map(trees::nativeId).orElse(null));
    line.put("copyGroup", trees.nativeId(trees.origin(id)));
    line.put("revision", article.getRevision());
    line.put("revisionOf", revisionOf(article));
    line.set("credits", AvroJson.of(article.getCredits()));
    line.put(
        "creditsArticle",
        article.getCreditsArticle() == null ? null : trees.nativeId(article.getCreditsArticle()));
    line.put("storyId", story == null ? null : redirects.end(story));
    line.put("storyIdAtArrival", storyAtArrival);
    line.put("title", article.getTitle());
    line.put("source", article.getSource());
    line.put("language", article.getLanguage());
    line.put("publishedAt", text(article.getPublishedAt()));
    line.put("publishedAsGiven", article.getPublishedAsGiven());
    line.put("pageKind", article.getPageKind() == null ? null : lower(article.getPageKind()));
    line.put("eventAt", text(article.getEventAt()));
    line.put("late", article.getLate());
    line.set("topics", AvroJson.of(article.getTopics()));
    line.set("entities", AvroJson.of(article.getEntities()));
    ObjectNode evidence = line.putObject("evidence");
    evidence.set("copy", json(article.getCopyEvidence()));
    evidence.set("story", json(article.getStoryEvidence()));
    FORMER_NAMES.forEach((former, now) -> line.set(former, line.get(now)));
    return line;
  }

  /** An original can turn out to be a copy when its origin arrives late, and the reverse. */
  private static Verdict finalVerdict(Verdict atArrival, boolean hasParent) {
    if (atArrival == Verdict.ORIGINAL && hasParent) {
      return Verdict.COPY;
    }
    return atArrival == Verdict.COPY && !hasParent ? Verdict.ORIGINAL : atArrival;
  }

  private String revisionOf(Article article) {
    boolean seenBefore =
        article.getVerdict() == Verdict.REVISION || article.getVerdict() == Verdict.UNCHANGED;
    return seenBefore ? trees.nativeId(article.getArticleId()) : null;
  }

  private static JsonNode json(SpecificRecord nested) {
    return nested == null ? NODES.nullNode() : AvroJson.of(nested);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
