package org.storywire.docker.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a comparison of replays needs of an article.
 *
 * @param story final story; empty if none is known
 * @param topics codes with labels of the topics that were found, ancestors left out
 */
record ReplayedArticle(
    String id,
    String title,
    String verdict,
    String copyGroup,
    String story,
    SortedSet<String> topics) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Articles of a replay by id, in their last state, in the order of arrival. */
  static Map<String, ReplayedArticle> read(Path directory) throws IOException {
    Map<String, ReplayedArticle> articles = new LinkedHashMap<>();
    Path file = directory.resolve(ReplayFiles.ARTICLES);
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        ReplayedArticle article = of(JSON.readTree(line));
        articles.put(article.id(), article);
      }
    } catch (IOException e) {
      throw ReplayFiles.unreadable(file, e);
    }
    return articles;
  }

  /** Digest of a replay. */
  static String digest(Path directory) throws IOException {
    Path file = directory.resolve(ReplayFiles.SUMMARY);
    try {
      return JSON.readTree(file.toFile()).path("digest").asText("");
    } catch (IOException e) {
      throw ReplayFiles.unreadable(file, e);
    }
  }

  private static ReplayedArticle of(JsonNode line) {
    SortedSet<String> topics = new TreeSet<>();
    for (JsonNode topic : line.path("topics")) {
      if (!topic.path("implied").asBoolean()) {
        topics.add(topic.path("label").asText() + " (" + topic.path("code").asText() + ")");
      }
    }
    return new ReplayedArticle(
        line.path("id").asText(),
        line.path("title").asText(),
        line.path("verdict").asText(),
        line.path("copyGroup").asText(),
        line.path("story").asText(""),
        topics);
  }
}
