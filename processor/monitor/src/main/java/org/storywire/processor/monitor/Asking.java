package org.storywire.processor.monitor;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.storywire.news.Article;
import org.storywire.processor.monitor.ask.Carrier;
import org.storywire.processor.monitor.ask.Carriers;
import org.storywire.processor.monitor.ask.Question;

/**
 * Answers who carries a passage, from the articles held: their sketches say which may, and the
 * texts of these, fetched from Kafka, say what they share. Nothing is fetched from the web.
 */
final class Asking {

  private static final int MOST_READ = 80;
  private static final int MOST_AT_ONCE = 2;

  private final ArticleView articles;
  private final ArticleTexts texts;
  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

  Asking(ArticleView articles, ArticleTexts texts) {
    this.articles = articles;
    this.texts = texts;
  }

  /**
   * What was asked and what was found.
   *
   * @param asked id of the article that was asked about; empty for a pasted passage
   * @param unread articles that may carry the passage too, and were not read [0..]
   */
  record Found(Question question, Optional<String> asked, Carriers answer, int unread) {}

  /** Who carries a pasted passage; a single address in it asks about that page. */
  Found passage(String text) {
    String line = text.strip();
    if (line.matches("(?i)https?://\\S+")) {
      return address(line);
    }
    return inTurn(() -> found(Question.of(text), Optional.empty()));
  }

  /** Who carries what the article at an address says. */
  Found address(String address) {
    String plain =
        Addresses.plain(address)
            .orElseThrow(() -> new BadRequestResponse("illegal address, expected http or https"));
    return articles.all().stream()
        .filter(article -> article.address.equals(plain))
        .max(Comparator.comparing(article -> article.at))
        .map(held -> article(held.id))
        .orElseThrow(
            () ->
                new NotFoundResponse(
                    "no article of this address is held: paste a paragraph of it instead"));
  }

  /** Who carries what an article says. */
  Found article(String id) {
    HeldArticle held =
        articles
            .find(id)
            .orElseThrow(() -> new NotFoundResponse("no article of this id is held: " + id));
    return inTurn(
        () -> {
          Article article =
              texts
                  .fetch(held.partition, held.offset)
                  .orElseThrow(() -> new NotFoundResponse("the text is no longer kept: " + id));
          return found(Question.ofArticle(article.getBody()), Optional.of(id));
        });
  }

  private Found inTurn(Supplier<Found> question) {
    if (!turns.tryAcquire()) {
      throw new ServiceUnavailableResponse("others are asking just now, try again in a second");
    }
    try {
      return question.get();
    } finally {
      turns.release();
    }
  }

  private record Candidate(HeldArticle article, int hits) {}

  private Found found(Question question, Optional<String> asked) {
    List<Candidate> candidates = candidates(question);
    List<Carrier> carriers = new ArrayList<>();
    int read = 0;
    for (Candidate candidate : candidates.subList(0, Math.min(MOST_READ, candidates.size()))) {
      Optional<Article> article =
          texts.fetch(candidate.article().partition, candidate.article().offset);
      read += article.isPresent() ? 1 : 0;
      article.flatMap(text -> Carrier.of(question, text)).ifPresent(carriers::add);
    }
    return new Found(question, asked, Carriers.of(carriers), candidates.size() - read);
  }

  /** Those with much in common first, of these the earliest, since one of them had it first. */
  private List<Candidate> candidates(Question question) {
    List<Candidate> candidates = new ArrayList<>();
    int most = 0;
    for (HeldArticle article : articles.all()) {
      int hits = article.sketch.hits(question);
      if (hits > 0) {
        candidates.add(new Candidate(article, hits));
        most = Math.max(most, hits);
      }
    }
    int much = Math.max(1, most / 2);
    candidates.sort(
        Comparator.comparing((Candidate candidate) -> candidate.hits() < much)
            .thenComparing(candidate -> candidate.article().at)
            .thenComparing(candidate -> candidate.article().id));
    return candidates;
  }
}
