package org.storywire.docker.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.storywire.docker.terminal.Columns;

/**
 * What changed from one replay to another. Stories are compared by the articles in them, not by
 * their ids: a story split where its articles now lie in several, merged where those of several now
 * lie in one.
 */
public final class ReplayDiff {

  private static final int NAMED = 4;

  private final Map<String, ReplayedArticle> before;
  private final Map<String, ReplayedArticle> after;
  private final List<String> lines = new ArrayList<>();

  private ReplayDiff(Map<String, ReplayedArticle> before, Map<String, ReplayedArticle> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Differences, one a line; empty if the replays have the same digest.
   *
   * @throws IOException if a directory does not hold a replay
   */
  public static List<String> of(Path before, Path after) throws IOException {
    String first = ReplayedArticle.digest(before);
    if (!first.isEmpty() && first.equals(ReplayedArticle.digest(after))) {
      return List.of();
    }
    ReplayDiff diff = new ReplayDiff(ReplayedArticle.read(before), ReplayedArticle.read(after));
    diff.comings();
    diff.partition("story", ReplayedArticle::story);
    diff.partition("copy group", ReplayedArticle::copyGroup);
    diff.changes();
    if (diff.lines.isEmpty()) {
      diff.lines.add("other    scores, evidence, updates or dead letters differ");
    }
    return List.copyOf(diff.lines);
  }

  private void comings() {
    for (ReplayedArticle article : before.values()) {
      if (!after.containsKey(article.id())) {
        lines.add("missing  " + named(article));
      }
    }
    for (ReplayedArticle article : after.values()) {
      if (!before.containsKey(article.id())) {
        lines.add("added    " + named(article));
      }
    }
  }

  private void partition(String what, Function<ReplayedArticle, String> key) {
    scattered(before, after, key)
        .forEach(
            (id, parts) ->
                lines.add(
                    "split    " + what + " " + id + " into " + parts.size() + ": " + text(parts)));
    scattered(after, before, key)
        .forEach(
            (id, parts) ->
                lines.add(
                    "merged   " + what + " " + id + " from " + parts.size() + ": " + text(parts)));
  }

  /** Groups of one side whose articles lie in more than one group of the other. */
  private static Map<String, Map<String, SortedSet<String>>> scattered(
      Map<String, ReplayedArticle> from,
      Map<String, ReplayedArticle> to,
      Function<ReplayedArticle, String> key) {
    Map<String, Map<String, SortedSet<String>>> groups = new TreeMap<>();
    for (ReplayedArticle article : from.values()) {
      ReplayedArticle other = to.get(article.id());
      if (other != null) {
        groups
            .computeIfAbsent(key.apply(article), group -> new TreeMap<>())
            .computeIfAbsent(key.apply(other), group -> new TreeSet<>())
            .add(article.id());
      }
    }
    groups.values().removeIf(parts -> parts.size() < 2);
    return groups;
  }

  private void changes() {
    for (ReplayedArticle old : before.values()) {
      ReplayedArticle now = after.get(old.id());
      if (now == null) {
        continue;
      }
      if (!old.verdict().equals(now.verdict())) {
        lines.add("verdict  " + named(now) + ": " + old.verdict() + " -> " + now.verdict());
      }
      if (!old.topics().equals(now.topics())) {
        lines.add("retagged " + named(now) + ":" + change(old.topics(), now.topics()));
      }
    }
  }

  private static String change(SortedSet<String> old, SortedSet<String> now) {
    return without(old, now, " -") + without(now, old, " +");
  }

  private static String without(SortedSet<String> topics, SortedSet<String> others, String sign) {
    return topics.stream()
        .filter(topic -> !others.contains(topic))
        .map(sign::concat)
        .collect(Collectors.joining());
  }

  private static String text(Map<String, SortedSet<String>> parts) {
    return parts.values().stream().map(ReplayDiff::text).collect(Collectors.joining(" | "));
  }

  private static String text(SortedSet<String> ids) {
    String first = ids.stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = ids.size() - NAMED;
    return Columns.neutralise(more > 0 ? first + " and " + more + " more" : first);
  }

  private static String named(ReplayedArticle article) {
    return Columns.neutralise(article.id() + " \"" + article.title() + "\"");
  }
}
