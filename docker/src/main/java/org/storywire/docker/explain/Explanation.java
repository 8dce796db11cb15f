package org.storywire.docker.explain;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.storywire.news.Article;
import org.storywire.news.CopyEvidence;
import org.storywire.news.Relation;
import org.storywire.news.ScorePart;
import org.storywire.news.StoryEvidence;
import org.storywire.news.Topic;
import org.storywire.processor.text.Document;
import org.storywire.processor.topics.Tagger;
import org.storywire.processor.topics.TermWeight;

/** Prints why an article was judged as it was. */
final class Explanation {

  private static final int CONTEXT = 160;
  private static final int TERMS = 8;

  private final PrintWriter out;
  private final Tagger tagger;

  Explanation(PrintWriter out, Tagger tagger) {
    this.out = out;
    this.tagger = tagger;
  }

  /**
   * Explains one article.
   *
   * @param other the article that the copy evidence compares it with, if it could be found
   */
  void print(Article article, Optional<Article> other) {
    line("%s  %s", article.getNativeId(), article.getTitle());
    line("article   %s, %s, %s", article.getArticleId(), article.getSource(), article.getEventAt());
    if (!article.getCredits().isEmpty()) {
      line(
          "credits   %s",
          article.getCredits().stream()
              .map(credit -> credit.getName() + " (" + lower(credit.getKind()) + ")")
              .collect(Collectors.joining(", ")));
    }
    article.getFurniture().forEach(line -> line("furniture %s", line));
    verdict(article, other);
    story(article);
    topics(article);
    out.flush();
  }

  private void verdict(Article article, Optional<Article> other) {
    line("%nVERDICT   %s (%s)", lower(article.getVerdict()), lower(article.getRelation()));
    if (article.getRelation() == Relation.CREDITED_REWRITE) {
      line("          retells and credits article %s", article.getCreditsArticle());
    }
    CopyEvidence evidence = article.getCopyEvidence();
    if (evidence == null) {
      line("          no article in the window shares enough prose to compare");
      return;
    }
    line(
        "          against %s: %s",
        evidence.getOtherId(),
        other.map(o -> o.getSource() + ", \"" + o.getTitle() + "\"").orElse("no longer held"));
    line(
        "          containment %.2f (threshold %.2f), jaccard %.2f, keeps %.0f %% of it, lag %s",
        evidence.getContainment(),
        evidence.getThreshold(),
        evidence.getJaccard(),
        100 * evidence.getKeptShare(),
        lag(evidence.getLagMs()));
    line(
        "          confidence %.2f, longest shared run %d words, rules %s",
        evidence.getConfidence(), evidence.getLongestRun(), evidence.getRuleset());
    passage("here ", article.getBody(), evidence.getPassageAt(), evidence.getPassage().length());
    other.ifPresent(
        o ->
            passage(
                "there",
                o.getBody(),
                evidence.getPassageAtOther(),
                evidence.getPassage().length()));
  }

  private static String lag(long millis) {
    Duration lag = Duration.ofMillis(Math.abs(millis));
    return (millis < 0 ? "-" : "") + lag.toHours() + " h " + lag.toMinutesPart() + " min";
  }

  private void passage(String where, String body, int at, int length) {
    if (at < 0 || at >= body.length()) {
      return;
    }
    int from = Math.max(0, at - CONTEXT / 4);
    int to = Math.min(body.length(), at + Math.min(length, CONTEXT));
    line("    %s %6d …%s…", where, at, body.substring(from, to).replace('\n', ' '));
  }

  private void story(Article article) {
    line("%nSTORY     %s", article.getStoryId());
    StoryEvidence evidence = article.getStoryEvidence();
    if (evidence == null) {
      return;
    }
    line("          %s", evidence.getReason());
    line(
        "          score %.3f, needed %.3f, next best %s with %.3f, rules %s",
        evidence.getScore(),
        evidence.getThreshold(),
        evidence.getNextStoryId() == null ? "none" : evidence.getNextStoryId(),
        evidence.getNextScore(),
        evidence.getRuleset());
    for (ScorePart part : evidence.getParts()) {
      line(
          "          %-28s %8.3f × %7.3f = %7.3f",
          part.getName(), part.getValue(), part.getWeight(), part.getValue() * part.getWeight());
    }
  }

  private void topics(Article article) {
    line("%nTOPICS    %s", article.getTopics().isEmpty() ? "none" : "");
    Document document =
        Document.of(
            article.getArticleId(),
            article.getSource(),
            article.getLanguage(),
            article.getEventAt(),
            article.getTitle(),
            article.getBody());
    for (Topic topic : article.getTopics()) {
      List<TermWeight> terms = tagger.explain(document, topic.getCode());
      line(
          "  %.2f  %s %s%s%s",
          topic.getScore(),
          topic.getCode(),
          topic.getLabel(),
          topic.getImplied() ? " (implied)" : "",
          terms.isEmpty() ? "" : ": " + terms(terms));
    }
  }

  private static String terms(List<TermWeight> terms) {
    return terms.stream()
        .limit(TERMS)
        .map(term -> String.format(Locale.ROOT, "%s %+.2f", term.term(), term.weight()))
        .collect(Collectors.joining(", "));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
