package org.storywire.docker.explain;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.storywire.news.Article;
import org.storywire.processor.app.SettingsOptions;
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
      names = "--from",
      paramLabel = "DIR",
      description = "Directory of a replay; without it the cluster is asked.")
  private Path directory;

  @Option(
      names = "--with",
      paramLabel = "ARTICLE-ID",
      description = "Also compare with this article, whether or not it was taken for a copy.")
  private String with;

  @Mixin private SettingsOptions settings;

  @Override
  public Integer call() {
    Articles articles =
        directory == null
            ? new ClusterArticles(settings.load().cluster())
            : new ReplayedArticles(directory);
    Article article = find(articles, id);
    Explanation explanation = new Explanation(spec.commandLine().getOut(), Tagger.load());
    explanation.print(
        article,
        Optional.ofNullable(article.getCopyEvidence())
            .flatMap(evidence -> byId(articles, evidence.getOtherId())));
    articles
        .corrected(article.getArticleId())
        .ifPresent(
            corrected ->
                explanation.correct(
                    article, corrected, corrected.parentId().flatMap(to -> byId(articles, to))));
    if (with != null) {
      explanation.compare("COMPARED  as asked", article, find(articles, with));
    }
    return 0;
  }

  private static Optional<Article> byId(Articles articles, String articleId) {
    return articles.last(a -> a.getArticleId().equals(articleId));
  }

  private static Article find(Articles articles, String wanted) {
    return articles
        .last(a -> a.getNativeId().equals(wanted) || a.getArticleId().equals(wanted))
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
