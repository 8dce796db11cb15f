package org.storywire.docker.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code storywire timeline}: the largest stories of a replay as one HTML page. */
@Command(
    name = "timeline",
    description = {
      "Draw the largest stories of a replay as a page: when who reported what, and what was new.",
      "The page is one file and asks nothing of the network."
    })
public final class TimelineCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  @Option(
      names = "--replay",
      required = true,
      paramLabel = "DIR",
      description = "Where a replay wrote its results.")
  private Path replay;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The page to write; an earlier one is replaced.")
  private Path out;

  @Option(
      names = "--stories",
      paramLabel = "N",
      defaultValue = "30",
      description = "Most stories shown. Default: ${DEFAULT-VALUE}.")
  private int most;

  /** Creates the command; picocli fills the options. */
  public TimelineCommand() {}

  @Override
  public Integer call() throws IOException {
    List<TimelinePage.Story> stories = stories();
    List<TimelinePage.Story> largest = stories.subList(0, Math.min(most, stories.size()));
    Files.writeString(out, TimelinePage.of(largest));
    spec.commandLine().getOut().printf("%d of %d stories%n", largest.size(), stories.size());
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** Stories by size, largest first; ties: the earlier one, then by id. */
  private List<TimelinePage.Story> stories() throws IOException {
    Map<String, JsonNode> news = new HashMap<>();
    for (JsonNode update : lines("story-updates.jsonl")) {
      if (update.path("material").asBoolean() && !update.path("articleId").isNull()) {
        news.put(update.path("articleId").asText(), update.path("news"));
      }
    }
    Map<String, List<TimelinePage.Report>> reports = new HashMap<>();
    for (JsonNode article : lines(ReplayFiles.ARTICLES)) {
      if (!article.path("story").isNull()
          && !article.path("verdict").asText().equals("unchanged")) {
        reports
            .computeIfAbsent(article.path("story").asText(), story -> new ArrayList<>())
            .add(report(article, news));
      }
    }
    List<TimelinePage.Story> stories = new ArrayList<>();
    for (JsonNode story : lines("stories.jsonl")) {
      List<TimelinePage.Report> own = reports.get(story.path("storyId").asText());
      if (own != null) {
        own.sort(Comparator.comparing(TimelinePage.Report::at));
        stories.add(
            new TimelinePage.Story(
                story.path("storyId").asText(), story.path("headline").asText(), own));
      }
    }
    stories.sort(
        Comparator.comparingInt((TimelinePage.Story story) -> -story.reports().size())
            .thenComparing(story -> story.reports().get(0).at())
            .thenComparing(TimelinePage.Story::id));
    return stories;
  }

  private static TimelinePage.Report report(JsonNode article, Map<String, JsonNode> news) {
    JsonNode items = news.get(article.path("articleId").asText());
    boolean material = items != null;
    return new TimelinePage.Report(
        Instant.parse(article.path("eventAt").asText()),
        article.path("source").asText(),
        article.path("title").asText(),
        article.path("verdict").asText(),
        article.path("late").asBoolean(),
        material,
        material && items.size() > 0 ? items.get(0).path("text").asText() : "");
  }

  private List<JsonNode> lines(String name) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    Path file = replay.resolve(name);
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw ReplayFiles.unreadable(file, e);
    }
    return lines;
  }
}
