package org.storywire.docker.tail;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.storywire.docker.terminal.Columns;
import org.storywire.docker.terminal.Terminal;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Topic;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;
import picocli.CommandLine.Help.Ansi;

/**
 * A story update on one line: time, story, kind, source, headline, topics, what is new. Columns are
 * aligned from line to line; an exclamation mark before the kind tells that the event is material.
 */
public final class UpdateLine {

  private static final DateTimeFormatter LONG_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SHORT_TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int WIDE_FROM = 120;
  private static final int STORY = 8;
  private static final int KIND = 8;
  private static final int MOST_TOPICS = 3;

  private final Terminal terminal;
  private final boolean wide;
  private final int sourceColumns;

  /** Lines for one terminal. */
  public UpdateLine(Terminal terminal) {
    this.terminal = terminal;
    this.wide = terminal.columns() >= WIDE_FROM;
    this.sourceColumns = wide ? 22 : 12;
  }

  /** The line, without a line break. */
  public String of(StoryUpdate update) {
    String time = (wide ? LONG_TIME : SHORT_TIME).format(update.getAt());
    String mark = update.getMaterial() ? "!" : " ";
    String kind = kind(update.getKind());
    String source = clean(update.getSource());
    String fixed =
        String.join(
            " ",
            time,
            Columns.fit(shortId(update.getStoryId()), STORY),
            mark + Columns.fit(kind, KIND),
            Columns.fit(source, sourceColumns));
    int left = terminal.columns() - Columns.width(fixed) - 1;
    String rest = rest(update, left);
    if (!terminal.colours()) {
      return (fixed + " " + rest).stripTrailing();
    }
    return coloured(update, time, mark, kind, source) + " " + rest;
  }

  /** The first characters of a story id that tell it apart on a screen, without its prefix. */
  static String shortId(String storyId) {
    String clean = Columns.neutralise(storyId);
    String id = clean.substring(clean.lastIndexOf(':') + 1);
    String hash = id.substring(id.indexOf('-') + 1);
    String shown = hash.isEmpty() ? id : hash;
    return shown.substring(
        0, shown.offsetByCodePoints(0, Math.min(STORY, shown.codePointCount(0, shown.length()))));
  }

  private String rest(StoryUpdate update, int columns) {
    String headline = headline(update);
    String topics = topics(update.getTopics());
    String news = update.getNews().isEmpty() ? "" : clean(update.getNews().get(0).getText());
    if (!wide) {
      return Columns.cut(joined(headline, topics, news), columns);
    }
    int headlineColumns = columns * 40 / 100;
    int topicColumns = columns * 20 / 100;
    String first = Columns.fit(headline, headlineColumns) + " " + Columns.fit(topics, topicColumns);
    int left = columns - headlineColumns - topicColumns - 2;
    return (first + " " + Columns.cut(news.isEmpty() ? "" : "+ " + news, left)).stripTrailing();
  }

  private static String joined(String headline, String topics, String news) {
    return headline + (topics.isEmpty() ? "" : " " + topics) + (news.isEmpty() ? "" : " + " + news);
  }

  /** The article's own headline where an article caused the event, else the story's. */
  private static String headline(StoryUpdate update) {
    String own = clean(update.getArticleTitle());
    String headline = own.isEmpty() ? clean(update.getHeadline()) : own;
    if (update.getKind() == UpdateKind.CORRECTED) {
      return correction(update) + ": " + headline;
    }
    if (update.getOtherStoryId() != null) {
      return headline + " (with " + shortId(update.getOtherStoryId()) + ")";
    }
    return headline;
  }

  private static String correction(StoryUpdate update) {
    String now = update.getVerdict() == Verdict.COPY ? "a copy after all" : "a report of its own";
    return update.getWithdrawn() ? now + ", alert taken back" : now;
  }

  private static String topics(List<Topic> topics) {
    List<String> found =
        topics.stream().filter(topic -> !topic.getImplied()).map(Topic::getLabel).toList();
    List<String> shown = found.isEmpty() ? topics.stream().map(Topic::getLabel).toList() : found;
    if (shown.isEmpty()) {
      return "";
    }
    return shown.stream()
        .limit(MOST_TOPICS)
        .map(UpdateLine::clean)
        .collect(Collectors.joining("; ", "[", "]"));
  }

  private static String kind(UpdateKind kind) {
    return switch (kind) {
      case ORIGIN_CHANGED -> "ORIGIN";
      case STALE_COPY -> "STALE";
      case CORRECTED -> "AMENDED";
      default -> kind.name();
    };
  }

  private String coloured(
      StoryUpdate update, String time, String mark, String kind, String source) {
    return styled("faint", time)
        + " "
        + Columns.fit(shortId(update.getStoryId()), STORY)
        + " "
        + styled("bold,red", mark)
        + styled(style(update.getKind()), Columns.fit(kind, KIND))
        + " "
        + styled("blue", Columns.fit(source, sourceColumns));
  }

  private static String style(UpdateKind kind) {
    return switch (kind) {
      case OPENED, REOPENED -> "bold,green";
      case COVERAGE -> "cyan";
      case REVISION, ORIGIN_CHANGED, CORRECTED -> "yellow";
      case MERGED, SPLIT -> "magenta";
      default -> "faint";
    };
  }

  /** Text in colours; its own characters are never read as markup. */
  private static String styled(String style, String text) {
    var styles = Ansi.Style.parse(style);
    return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
  }

  private static String clean(String text) {
    return text == null ? "" : Columns.neutralise(text);
  }
}
