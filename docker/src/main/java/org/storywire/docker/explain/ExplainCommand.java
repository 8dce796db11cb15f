package org.storywire.docker.explain;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.storywire.news.Article;
import org.storywire.news.UpdateKind;
import org.storywire.processor.topics.Tagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code storywire explain}: shows the evidence behind one article's verdict, story and topics. */
@Command(
    name = "explain",
    description = "Show why an article got its verdict, its story and its topics.")
public final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ARTICLE-ID",
      description = "Id given in the input, or article id in the topics.")
  private String id;

  @Option(
      names = "--with",
      paramLabel = "ARTICLE-ID",
      description = "Also compare with this article, whether or not it was taken for a copy.")
  private String with;

  @Mixin private ArticlesOption articlesOption;

  @Override
  public Integer call() {
    Articles articles = articlesOption.open();
    Article article = find(articles, id);
    Explanation explanation = new Explanation(spec.commandLine().getOut(), Tagger.load());
    explanation.print(
        article,
        Optional.ofNullable(article.getCopyEvidence())
            .flatMap(evidence -> compared(articles, article, evidence.getOtherId())));
    Map<UpdateKind, Articles.Later> later = articles.later(article.getArticleId());
    if (later.containsKey(UpdateKind.ORIGIN_CHANGED)) {
      Optional<String> parent = later.get(UpdateKind.ORIGIN_CHANGED).parentId();
      explanation.correct(article, parent, parent.flatMap(to -> byId(articles, to)));
    }
    if (later.containsKey(UpdateKind.STALE_COPY)) {
      explanation.stale(
          StalePassage.of(articles, article, later.get(UpdateKind.STALE_COPY).traceId()));
    }
    if (with != null) {
      explanation.compare("COMPARED  as asked", article, find(articles, with));
    }
    return 0;
  }

  /** The version that an article was compared with: others may have come since. */
  private static Optional<Article> compared(Articles articles, Article article, String otherId) {
    return articles
        .judged(
            other ->
                other.getArticleId().equals(otherId)
                    && !other.getEventId().equals(article.getEventId())
                    && !other.getReceivedAt().isAfter(article.getReceivedAt()))
        .or(() -> byId(articles, otherId));
  }

  private static Optional<Article> byId(Articles articles, String articleId) {
    return articles.judged(a -> a.getArticleId().equals(articleId));
  }

  private static Article find(Articles articles, String wanted) {
    Predicate<Article> named =
        article -> article.getNativeId().equals(wanted) || article.getArticleId().equals(wanted);
    return articles
        .judged(named)
        .or(() -> articles.last(named))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no article "
                        + wanted
                        + " in "
                        + articles
                        + ", expected an id from the input or from the articles topic"));
  }
}
