package org.storywire.docker.override;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.storywire.news.Story;
import org.storywire.news.StoryOverride;
import org.storywire.processor.app.SettingsOptions;
import org.storywire.schemas.Cluster;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.Overrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code storywire override}: an editor has the last word on stories. */
@Command(
    name = "override",
    description = {
      "Decide against the machine: merge stories, send articles out of one, choose a headline,",
      "say what is a copy and what is none.",
      "What is decided is kept in news.overrides.v1, with who, when and why; the processor carries",
      "it out in order, and another decision takes it back."
    })
public final class OverrideCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Without a subcommand there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  /** Who and why. */
  static final class Who {
    @Option(
        names = "--by",
        paramLabel = "NAME",
        description = "Who decides. Default: the user of this machine.")
    private String by = System.getProperty("user.name", "unknown");

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    private Overrides.Editor in(String edition) {
      return new Overrides.Editor(edition, by, Instant.now(), reason);
    }
  }

  @Command(name = "same-story", description = "Two stories are one.")
  void sameStory(
      @Mixin SettingsOptions settings,
      @Mixin Who who,
      @Parameters(paramLabel = "STORY", description = "Id of a story.") String story,
      @Parameters(paramLabel = "OTHER", description = "Id of the other.") String other) {
    Cluster cluster = settings.load().cluster();
    Story one = story(cluster, held -> held.getStoryId().equals(story), story);
    Story two = story(cluster, held -> held.getStoryId().equals(other), other);
    send(cluster, who.in(one.getEdition()).sameStory(one.getArticleIds(), two.getArticleIds()));
  }

  @Command(name = "other-story", description = "Articles are not of the story that they are in.")
  void otherStory(
      @Mixin SettingsOptions settings,
      @Mixin Who who,
      @Parameters(arity = "1..*", paramLabel = "ARTICLE", description = "Ids of articles.")
          List<String> articles) {
    Cluster cluster = settings.load().cluster();
    Story story = holding(cluster, articles.get(0));
    send(cluster, who.in(story.getEdition()).otherStory(articles, story.getArticleIds()));
  }

  @Command(name = "headline", description = "Choose a story's headline, or give the choice back.")
  void headline(
      @Mixin SettingsOptions settings,
      @Mixin Who who,
      @Parameters(paramLabel = "STORY", description = "Id of a story.") String story,
      @Parameters(
              arity = "0..1",
              paramLabel = "TEXT",
              description = "The headline. Without it the machine chooses again.")
          String text) {
    Cluster cluster = settings.load().cluster();
    Story held = story(cluster, one -> one.getStoryId().equals(story), story);
    send(
        cluster,
        who.in(held.getEdition()).headline(held.getArticleIds().get(0), Optional.ofNullable(text)));
  }

  @Command(name = "copy-of", description = "An article is a copy of another one.")
  void copyOf(
      @Mixin SettingsOptions settings,
      @Mixin Who who,
      @Parameters(paramLabel = "ARTICLE", description = "Id of an article.") String article,
      @Parameters(paramLabel = "OTHER", description = "Id of the one that it copies.")
          String other) {
    Cluster cluster = settings.load().cluster();
    send(cluster, who.in(holding(cluster, article).getEdition()).copyOf(article, other));
  }

  @Command(name = "not-copy", description = "An article is a report of its own.")
  void notCopy(
      @Mixin SettingsOptions settings,
      @Mixin Who who,
      @Parameters(paramLabel = "ARTICLE", description = "Id of an article.") String article) {
    Cluster cluster = settings.load().cluster();
    send(cluster, who.in(holding(cluster, article).getEdition()).notCopy(article));
  }

  @Command(name = "undo", description = "Take a decision back.")
  void undo(
      @Mixin SettingsOptions settings,
      @Mixin Who who,
      @Parameters(paramLabel = "ID", description = "Id of the decision.") String id) {
    Cluster cluster = settings.load().cluster();
    StoryOverride done =
        all(cluster).stream()
            .filter(override -> override.getOverrideId().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no override " + id + " in " + NewsTopics.OVERRIDES));
    send(cluster, who.in(done.getEdition()).undo(done));
  }

  @Command(name = "list", description = "All decisions, one JSON object a line.")
  void list(@Mixin SettingsOptions settings) {
    PrintWriter out = spec.commandLine().getOut();
    all(settings.load().cluster()).stream().map(OverrideLines::line).forEach(out::println);
    out.flush();
  }

  private static List<StoryOverride> all(Cluster cluster) {
    List<StoryOverride> overrides = new ArrayList<>();
    TopicReader.read(
        cluster,
        NewsTopics.OVERRIDES,
        NewsSerdes.override(cluster.format()).deserializer(),
        (key, override) -> overrides.add(override));
    return overrides;
  }

  private static Story holding(Cluster cluster, String article) {
    return story(cluster, held -> held.getArticleIds().contains(article), article);
  }

  private static Story story(Cluster cluster, Function<Story, Boolean> wanted, String named) {
    List<Story> found = new ArrayList<>();
    TopicReader.read(
        cluster,
        NewsTopics.STORIES,
        NewsSerdes.story(cluster.format()).deserializer(),
        (id, story) -> {
          found.removeIf(held -> held.getStoryId().equals(id));
          if (story != null && !story.getArticleIds().isEmpty() && wanted.apply(story)) {
            found.add(story);
          }
        });
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "no story for " + named + " in " + NewsTopics.STORIES + ", expected one that is held");
    }
    return found.get(0);
  }

  private void send(Cluster cluster, StoryOverride override) {
    try (Producer<String, StoryOverride> producer = Overrides.producer(cluster)) {
      Overrides.send(producer, override);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(OverrideLines.line(override));
    out.flush();
  }
}
