package org.storywire.docker.explain;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.storywire.docker.terminal.Columns;
import org.storywire.news.Article;
import org.storywire.news.Verdict;
import org.storywire.processor.monitor.ask.Carrier;
import org.storywire.processor.monitor.ask.Carriers;
import org.storywire.processor.monitor.ask.Match;
import org.storywire.processor.monitor.ask.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code storywire ask}: who had a passage first, who copied it, who reports it on their own. */
@Command(
    name = "ask",
    description = {
      "Show who carries a passage: who had it first, who copied it, how many report it on their"
          + " own.",
      "The passage is looked for in the articles that the cluster or a replay holds."
    })
public final class AskCommand implements Callable<Integer> {

  private static final int LONGEST_PASSAGE = 600;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PASSAGE",
      description = "A paragraph, or the address or id of an article held.")
  private String asked;

  @Mixin private ArticlesOption articlesOption;

  @Override
  public Integer call() {
    Articles articles = articlesOption.open();
    Question question =
        asked.matches("\\S+") ? Question.ofArticle(named(articles).getBody()) : Question.of(asked);
    Map<String, Carrier> carriers = new HashMap<>();
    articles.forEachTold(article -> take(question, article, carriers));
    print(question, Carriers.of(carriers.values()));
    return 0;
  }

  /** The last that was said of an article counts; one seen again unchanged says nothing new. */
  private static void take(Question question, Article article, Map<String, Carrier> carriers) {
    String id = article.getArticleId();
    if (article.getVerdict() == Verdict.UNCHANGED && carriers.containsKey(id)) {
      return;
    }
    Optional<Carrier> carrier = Carrier.of(question, article);
    carrier.ifPresentOrElse(found -> carriers.put(id, found), () -> carriers.remove(id));
  }

  private Article named(Articles articles) {
    return articles
        .judged(
            article ->
                asked.equals(article.getUrl())
                    || asked.equals(article.getArticleId())
                    || asked.equals(article.getNativeId()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no article "
                        + asked
                        + " in "
                        + articles
                        + ", expected an address or id held, or a passage of several words"));
  }

  private void print(Question question, Carriers answer) {
    PrintWriter out = spec.commandLine().getOut();
    if (answer.carriers().isEmpty()) {
      out.println("Nobody held carries ten words of it in a row.");
    }
    answer.first().ifPresent(first -> out.println(summary(first, answer)));
    for (Carrier carrier : answer.carriers()) {
      print(out, question, carrier);
    }
    out.flush();
  }

  private static String summary(Carrier first, Carriers answer) {
    return String.format(
        "%s: %s at %s. Independent reports: %d, copies: %d.",
        first.match().carries() ? "First" : "Nobody held carries half of it. First with a part",
        Columns.neutralise(first.article().getSource()),
        first.article().getEventAt(),
        answer.independent(),
        answer.copies());
  }

  private static void print(PrintWriter out, Question question, Carrier carrier) {
    Article article = carrier.article();
    Match.Run run = carrier.match().longest();
    out.printf(
        "%n%s  %s  %s  %d %% of it, %d words in a row%n  %s%n",
        article.getEventAt(),
        Columns.neutralise(article.getSource()),
        carrier.copy() ? "copy of " + article.getCopyOf() : "own report",
        Math.round(100 * carrier.match().share()),
        carrier.match().longestRun(),
        Columns.neutralise(article.getTitle()));
    List<String> rows =
        SideBySide.rows(
            cut(question.text().substring(run.asked(), run.askedEnd())),
            cut(article.getBody().substring(run.start(), run.end())));
    rows.forEach(row -> out.println("  " + row));
  }

  private static String cut(String text) {
    String passage = Columns.neutralise(text);
    return passage.length() <= LONGEST_PASSAGE
        ? passage
        : passage.substring(0, LONGEST_PASSAGE) + "…";
  }
}
