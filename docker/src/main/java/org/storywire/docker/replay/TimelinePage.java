package org.storywire.docker.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Stories as an HTML page: a strip of time for each, a mark for each article, and below it, to be
 * opened, the articles with what they added. All text is escaped; nothing is loaded from elsewhere.
 */
final class TimelinePage {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 44;
  private static final int EDGE = 8;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Stories in time</title>
      <style>
      :root { color-scheme: light dark; --ink: #1d2329; --soft: #66707a; --line: #d5dade; --page: #fff; --report: #1b6ca8; --news: #c8452d; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --soft: #99a3ad; --line: #3a424a; --page: #14181c; --report: #6db3e8; --news: #ff8a6b; } }
      body { margin: 2rem auto; max-width: 66rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); }
      h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin: 1.8rem 0 0; }
      p { margin: .2rem 0; color: var(--soft); }
      svg { display: block; width: 100%; height: auto; } svg line { stroke: var(--line); }
      .report { fill: var(--report); } .news { fill: var(--news); } .copy { fill: var(--page); stroke: var(--soft); stroke-width: 1.5; }
      summary { cursor: pointer; color: var(--soft); }
      table { border-collapse: collapse; width: 100%; } td { padding: .25rem .6rem .25rem 0; vertical-align: top; border-top: 1px solid var(--line); }
      td:first-child, td:nth-child(2) { white-space: nowrap; color: var(--soft); } .added { color: var(--soft); }
      </style>
      </head>
      <body>
      <h1>Stories in time</h1>
      """;

  private TimelinePage() {}

  /**
   * A story.
   *
   * @param reports its articles by time, not empty
   */
  record Story(String id, String headline, List<Report> reports) {
    Story {
      reports = List.copyOf(reports);
    }
  }

  /**
   * An article of a story.
   *
   * @param verdict original, copy or revision
   * @param material whether it brought substance
   * @param added the weightiest thing that was new, empty if nothing was
   */
  record Report(
      Instant at,
      String source,
      String title,
      String verdict,
      boolean late,
      boolean material,
      String added) {

    private boolean copy() {
      return verdict.equals("copy");
    }

    private String look() {
      return copy() ? "copy" : material ? "news" : "report";
    }
  }

  /** The page. */
  static String of(List<Story> stories) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("<p>The ").append(stories.size()).append(" stories with most articles. ");
    page.append(
        "<span style=\"color: var(--news)\">●</span> a report with substance the story had");
    page.append(" not carried, <span style=\"color: var(--report)\">●</span> another independent");
    page.append(" report, ○ a copy. Each strip runs from its story's first article to its last;");
    page.append(" times are UTC.</p>\n");
    stories.forEach(story -> story(page, story));
    return page.append("</body>\n</html>\n").toString();
  }

  private static void story(StringBuilder page, Story story) {
    List<Report> reports = story.reports();
    Instant first = reports.get(0).at();
    Instant last = reports.get(reports.size() - 1).at();
    long copies = reports.stream().filter(Report::copy).count();
    page.append("<section id=\"").append(escaped(story.id())).append("\">\n");
    page.append("<h2>").append(escaped(story.headline())).append("</h2>\n<p>");
    page.append(reports.size()).append(" articles, ").append(copies).append(" of them copies · ");
    page.append(DAY.format(first)).append(" to ").append(DAY.format(last)).append("</p>\n");
    strip(page, story, first, Math.max(1, Duration.between(first, last).toSeconds()));
    page.append("<details><summary>Articles</summary>\n<table>\n");
    reports.forEach(report -> row(page, report));
    page.append("</table>\n</details>\n</section>\n");
  }

  private static void strip(StringBuilder page, Story story, Instant first, long seconds) {
    page.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%d articles in time\">"
                + "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>%n",
            WIDTH,
            HEIGHT,
            story.reports().size(),
            EDGE,
            WIDTH - EDGE,
            HEIGHT / 2,
            HEIGHT / 2));
    int row = 0;
    double before = Double.NEGATIVE_INFINITY;
    for (Report report : story.reports()) {
      double share = (double) Duration.between(first, report.at()).toSeconds() / seconds;
      double x = EDGE + share * (WIDTH - 2 * EDGE);
      // Articles of the same moment stand above each other, as far as there is room.
      row = x - before < 6 ? (row + 1) % 5 : 0;
      before = x;
      double y = HEIGHT / 2.0 + (row % 2 == 0 ? -1 : 1) * 7.0 * ((row + 1) / 2);
      page.append(
          String.format(
              Locale.ROOT,
              "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"><title>%s</title></circle>%n",
              report.look(),
              x,
              y,
              report.material() ? "5" : "4",
              escaped(
                  MINUTE.format(report.at()) + " · " + report.source() + ": " + report.title())));
    }
    page.append("</svg>\n");
  }

  private static void row(StringBuilder page, Report report) {
    page.append("<tr><td>").append(MINUTE.format(report.at())).append("</td><td>");
    page.append(escaped(report.source())).append("</td><td>").append(escaped(report.title()));
    if (!report.verdict().equals("original")) {
      page.append(" <span class=\"added\">(").append(escaped(report.verdict())).append(")</span>");
    }
    if (report.late()) {
      page.append(" <span class=\"added\">(late)</span>");
    }
    if (!report.added().isEmpty()) {
      page.append("<div class=\"added\">New: ").append(escaped(report.added())).append("</div>");
    }
    page.append("</td></tr>\n");
  }

  /**
   * Text that means nothing but itself in HTML, in quoted attributes too; no control characters.
   */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(Character.isISOControl(c) ? " " : Character.toString(c));
              }
            });
    return safe.toString();
  }
}
