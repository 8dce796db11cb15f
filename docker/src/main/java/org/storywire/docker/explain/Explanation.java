package org.storywire.docker.explain;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.storywire.news.Article;
import org.storywire.news.Relation;
import org.storywire.news.ScorePart;
import org.storywire.news.StoryEvidence;
import org.storywire.news.Topic;
import org.storywire.processor.syndication.Comparison;
import org.storywire.processor.syndication.CopyEvidence;
import org.storywire.processor.syndication.Fingerprint;
import org.storywire.processor.syndication.Fingerprinter;
import org.storywire.processor.syndication.SyndicationConfig;
import org.storywire.processor.text.Document;
import org.storywire.processor.topics.Tagger;
import org.storywire.processor.topics.TermWeight;

/** Prints why an article was judged as it was. */
final class Explanation {

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
    boolean related = article.getRelation() != Relation.NONE;
    line(
        "%nVERDICT   %s%s",
        lower(article.getVerdict()), related ? " (" + lower(article.getRelation()) + ")" : "");
    if (article.getRelation() == Relation.CREDITED_REWRITE) {
      line("          retells and credits article %s", article.getCreditsArticle());
    }
    org.storywire.news.CopyEvidence evidence = article.getCopyEvidence();
    if (evidence == null) {
      line("          no article in the window shares enough prose to compare");
      return;
    }
    SharedText.lines(article, other, read(evidence)).forEach(this::detail);
  }

  /**
   * Explains where an article was put after it had been judged.
   *
   * @param parentId the article it is a copy of now; empty if it is an origin
   * @param parent that article, if it could be found
   */
  void correct(Article article, Optional<String> parentId, Optional<Article> parent) {
    if (parent.isPresent()) {
      boolean same = parent.get().getArticleId().equals(article.getCopyOf());
      compare(
          same
              ? "CORRECTED its tree changed later; it is a copy of the same article still"
              : "CORRECTED it was later found to be a copy of another article",
          article,
          parent.get());
      return;
    }
    line(
        "%nCORRECTED it is %s",
        parentId.map(id -> "a copy of " + id + ", no longer held").orElse("an origin"));
    out.flush();
  }

  /** Explains what its origin has taken back since a copy was judged. */
  void stale(StalePassage passage) {
    line("%nSTALE     its origin was changed later, and lost a passage that this copy carried");
    detail(
        passage
            .revised()
            .map(by -> "in the version of " + by.getReceivedAt() + " of " + SharedText.name(by))
            .orElse("in a version that is no longer held"));
    passage.sentences().forEach(sentence -> detail("gone there: " + sentence));
    out.flush();
  }

  /**
   * Explains what an article shares with another, compared now, by the rules and default settings.
   *
   * @param heading why the two are compared
   */
  void compare(String heading, Article article, Article other) {
    SyndicationConfig config = SyndicationConfig.defaults();
    Comparison comparison =
        Comparison.of(config, fingerprint(article), article.getBody(), fingerprint(other));
    line("%n%s", heading);
    detail(
        comparison.copies()
            ? "the rules take them for copies"
            : "the rules take them for no copies");
    SharedText.lines(article, Optional.of(other), comparison.evidence()).forEach(this::detail);
    out.flush();
  }

  private static Fingerprint fingerprint(Article article) {
    boolean embedded = article.getParentId() != null;
    return new Fingerprinter().of(document(article), List.of(), embedded);
  }

  private static CopyEvidence read(org.storywire.news.CopyEvidence evidence) {
    return new CopyEvidence(
        evidence.getOtherId(),
        evidence.getContainment(),
        evidence.getJaccard(),
        evidence.getKeptShare(),
        evidence.getLongestRun(),
        evidence.getPassage(),
        evidence.getPassageAt(),
        evidence.getPassageAtOther(),
        Duration.ofMillis(evidence.getLagMs()),
        evidence.getConfidence(),
        evidence.getThreshold(),
        evidence.getRuleset());
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
    Document document = document(article);
    for (Topic topic : article.getTopics()) {
      List<TermWeight> terms = tagger.explain(document, topic.getCode());
      line(
          "  %.2f  %s %s%s",
          topic.getScore(),
          topic.getCode(),
          topic.getLabel(),
          topic.getImplied() ? " (implied)" : "");
      terms("for it, as listed for the topic", terms, 1, TermWeight.Kind.LISTED);
      terms("for it, as in labelled news", terms, 1, TermWeight.Kind.LEARNED);
      terms("for it, by words of like meaning", terms, 1, TermWeight.Kind.LIKE_OTHERS);
      terms("against it", terms, -1, TermWeight.Kind.values());
    }
  }

  private static Document document(Article article) {
    return Document.of(
        article.getArticleId(),
        article.getSource(),
        article.getLanguage(),
        article.getEventAt(),
        article.getTitle(),
        article.getBody());
  }

  /** The strongest terms of these kinds that speak for (1) or against (-1) a topic. */
  private void terms(String what, List<TermWeight> terms, int sign, TermWeight.Kind... kinds) {
    String shown =
        terms.stream()
            .filter(term -> term.weight() * sign > 0 && List.of(kinds).contains(term.kind()))
            .limit(TERMS)
            .map(term -> String.format(Locale.ROOT, "%s %+.2f", term.term(), term.weight()))
            .collect(Collectors.joining(", "));
    if (!shown.isEmpty()) {
      line("          %s: %s", what, shown);
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void detail(String text) {
    line("%s", text.isEmpty() ? "" : "          " + text);
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
