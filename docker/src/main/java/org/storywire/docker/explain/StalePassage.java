package org.storywire.docker.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.storywire.news.Article;
import org.storywire.news.Verdict;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;

/**
 * What a copy carries of an article that has been changed since.
 *
 * @param revised the version that lost the passage, if it could be found
 * @param sentences the copy's sentences that an earlier version had and this one does not; empty if
 *     the copy words them otherwise, or was mended itself
 */
record StalePassage(Optional<Article> revised, List<String> sentences) {

  StalePassage {
    sentences = List.copyOf(sentences);
  }

  /**
   * Looks the passage up.
   *
   * @param traceId trace id of the delivery that changed the article
   */
  static StalePassage of(Articles articles, Article copy, String traceId) {
    Optional<Article> revised =
        articles.last(
            article ->
                article.getVerdict() == Verdict.REVISION && article.getTraceId().equals(traceId));
    return new StalePassage(
        revised, revised.map(version -> stale(articles, copy, version)).orElse(List.of()));
  }

  private static List<String> stale(Articles articles, Article copy, Article revised) {
    Set<String> gone = new HashSet<>();
    articles.forEach(
        article -> {
          if (article.getArticleId().equals(revised.getArticleId())) {
            sentences(article).forEach(sentence -> gone.add(words(sentence)));
          }
        });
    sentences(revised).forEach(sentence -> gone.remove(words(sentence)));
    return sentences(copy).stream().filter(sentence -> gone.contains(words(sentence))).toList();
  }

  private static List<String> sentences(Article article) {
    List<String> sentences = new ArrayList<>();
    for (Span sentence : Text.of(article.getBody()).sentences()) {
      sentences.add(sentence.of(article.getBody()));
    }
    return sentences;
  }

  /** A sentence without its typography. */
  private static String words(String sentence) {
    Tokens tokens = Tokens.of(sentence);
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      words.append(tokens.normal(i)).append(' ');
    }
    return words.toString();
  }
}
