package org.storywire.docker.explain;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.storywire.news.Article;
import org.storywire.processor.app.SettingsOptions;
import org.storywire.processor.topics.Tagger;
import org.storywire.schemas.Cluster;
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

  @Mixin private SettingsOptions settings;

  @Override
  public Integer call() {
    Cluster cluster = settings.load().cluster();
    Articles articles =
        directory == null ? Articles.ofCluster(cluster) : Articles.ofReplay(directory);
    Article article =
        articles
            .last(a -> a.getNativeId().equals(id) || a.getArticleId().equals(id))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no article "
                            + id
                            + " in "
                            + (directory == null ? cluster : directory)
                            + ", expected an id from the input or from the articles topic"));
    Optional<Article> other =
        Optional.ofNullable(article.getCopyEvidence())
            .flatMap(
                evidence -> articles.last(a -> a.getArticleId().equals(evidence.getOtherId())));
    new Explanation(spec.commandLine().getOut(), Tagger.load()).print(article, other);
    return 0;
  }
}
