package org.storywire.docker.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.storywire.news.Article;
import org.storywire.processor.syndication.CopyEvidence;
import org.storywire.processor.text.Tokens;

/** What two articles share, as lines to read: the numbers, and the longest passage side by side. */
final class SharedText {

  private SharedText() {}

  /**
   * Lines about one article's evidence.
   *
   * @param other the article that the evidence compares it with, if it could be found
   */
  static List<String> lines(Article article, Optional<Article> other, CopyEvidence evidence) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "against %s: %s",
            evidence.otherId(), other.map(SharedText::name).orElse("no longer held")));
    lines.add(
        format(
            "containment %.2f (threshold %.2f), jaccard %.2f, keeps %.0f %% of it, lag %s",
            evidence.containment(),
            evidence.threshold(),
            evidence.jaccard(),
            100 * evidence.keptShare(),
            lag(evidence.lag())));
    lines.add(
        format(
            "confidence %.2f, longest shared passage %d words, rules %s",
            evidence.confidence(), evidence.longestRun(), evidence.ruleset()));
    if (!evidence.passage().isEmpty()) {
      lines.add("");
      lines.addAll(passages(article, other, evidence));
    }
    return lines;
  }

  /** How an article is called where another is explained. */
  static String name(Article article) {
    return format("%s, %s, \"%s\"", article.getNativeId(), article.getSource(), article.getTitle());
  }

  private static String lag(Duration lag) {
    Duration length = lag.abs();
    String sign = lag.isNegative() ? "-" : "";
    return format("%s%d h %d min", sign, length.toHours(), length.toMinutesPart());
  }

  private static List<String> passages(
      Article article, Optional<Article> other, CopyEvidence evidence) {
    String here = evidence.passage();
    String there =
        other.map(o -> from(o.getBody(), evidence.passageAtOther(), here.length())).orElse("");
    List<String> rows = new ArrayList<>();
    rows.addAll(
        SideBySide.rows(
            "this article, " + place(article.getBody(), evidence.passageAt()),
            other
                .map(o -> "the other, " + place(o.getBody(), evidence.passageAtOther()))
                .orElse("the other is no longer held")));
    boolean cut = Tokens.count(here, 0, here.length()) < evidence.longestRun();
    String end = cut ? " …" : "";
    rows.addAll(SideBySide.rows(here + end, there.isEmpty() ? "" : there + end));
    return rows;
  }

  /** As many characters, up to the end of a word. */
  private static String from(String body, int at, int length) {
    if (at < 0 || at >= body.length()) {
      return "";
    }
    int end = Math.min(body.length(), at + length);
    while (end < body.length() && Character.isLetterOrDigit(body.charAt(end))) {
      end++;
    }
    return body.substring(at, end);
  }

  private static String place(String body, int at) {
    if (at < 0 || at >= body.length()) {
      return "place unknown";
    }
    String through = body.substring(0, at + 1);
    long paragraph = through.lines().filter(line -> !line.isBlank()).count();
    return format("paragraph %d, character %d", paragraph, at);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
