package org.storywire.processor.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storywire.news.Verdict;

/** How each outlet has reported, from the articles held: originals, firsts, copies, corrections. */
final class Scorecards {

  private static final int MOST_OTHERS = 5;

  /** What is counted of one outlet. */
  private static final class Card {
    private final String outlet;
    private int articles;
    private int originals;
    private int changed;
    private int contested;
    private final List<Duration> leads = new ArrayList<>();
    private Instant lastAt = Instant.MIN;
    private final Map<String, Integer> copies = new HashMap<>();
    private final Map<String, Integer> copiedBy = new HashMap<>();

    Card(String outlet) {
      this.outlet = outlet;
    }
  }

  private final Map<String, Card> cards = new HashMap<>();

  private Scorecards() {}

  /**
   * The cards of the outlets of some articles.
   *
   * @param from articles of an earlier event time are left out
   * @param until articles of this event time or a later one are left out
   */
  static Scorecards of(Collection<HeldArticle> articles, Instant from, Instant until) {
    Scorecards cards = new Scorecards();
    Map<String, HeldArticle> byId = new HashMap<>();
    Map<String, Map<String, Instant>> reportsByStory = new HashMap<>();
    articles.forEach(article -> byId.put(article.id, article));
    for (HeldArticle article : articles) {
      if (article.verdict == Verdict.NOT_ARTICLE
          || article.at.isBefore(from)
          || !article.at.isBefore(until)) {
        continue;
      }
      cards.count(article, article.copyOf.flatMap(id -> Optional.ofNullable(byId.get(id))));
      if (article.copyOf.isEmpty() && article.storyId.isPresent()) {
        reportsByStory
            .computeIfAbsent(article.storyId.get(), id -> new HashMap<>())
            .merge(article.outlet, article.at, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    reportsByStory.values().forEach(cards::rank);
    return cards;
  }

  private void count(HeldArticle article, Optional<HeldArticle> parent) {
    Card card = card(article.outlet);
    card.articles++;
    card.originals += article.copyOf.isEmpty() ? 1 : 0;
    card.changed += article.revision > 0 ? 1 : 0;
    card.lastAt = article.at.isAfter(card.lastAt) ? article.at : card.lastAt;
    parent
        .filter(other -> !other.outlet.equals(article.outlet))
        .ifPresent(
            other -> {
              card.copies.merge(other.outlet, 1, Integer::sum);
              card(other.outlet).copiedBy.merge(article.outlet, 1, Integer::sum);
            });
  }

  /** Who was first in a story that two outlets or more report, and by how much. */
  private void rank(Map<String, Instant> reports) {
    if (reports.size() < 2) {
      return;
    }
    reports.keySet().forEach(outlet -> card(outlet).contested++);
    List<Map.Entry<String, Instant>> order =
        reports.entrySet().stream()
            .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry::getKey))
            .toList();
    Duration lead = Duration.between(order.get(0).getValue(), order.get(1).getValue());
    if (!lead.isZero()) {
      card(order.get(0).getKey()).leads.add(lead);
    }
  }

  private Card card(String outlet) {
    return cards.computeIfAbsent(outlet, Card::new);
  }

  /** Writes the cards of the outlets with most articles as an array. */
  void write(JsonGenerator json, int most) throws IOException {
    List<Card> shown =
        cards.values().stream()
            .filter(card -> card.articles > 0)
            .sorted(
                Comparator.comparingInt((Card card) -> card.articles)
                    .reversed()
                    .thenComparing(card -> card.outlet))
            .limit(most)
            .toList();
    json.writeStartArray();
    for (Card card : shown) {
      json.writeStartObject();
      json.writeStringField("outlet", card.outlet);
      json.writeNumberField("articles", card.articles);
      json.writeNumberField("originals", card.originals);
      json.writeNumberField("changed", card.changed);
      json.writeNumberField("contested", card.contested);
      json.writeNumberField("first", card.leads.size());
      json.writeNumberField("medianLeadMs", median(card.leads).toMillis());
      json.writeStringField("lastAt", card.lastAt.toString());
      others(json, "copies", card.copies);
      others(json, "copiedBy", card.copiedBy);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static Duration median(List<Duration> leads) {
    return leads.stream().sorted().skip(leads.size() / 2).findFirst().orElse(Duration.ZERO);
  }

  private static void others(JsonGenerator json, String name, Map<String, Integer> counts)
      throws IOException {
    List<Map.Entry<String, Integer>> most =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST_OTHERS)
            .toList();
    json.writeArrayFieldStart(name);
    for (Map.Entry<String, Integer> other : most) {
      json.writeStartObject();
      json.writeStringField("outlet", other.getKey());
      json.writeNumberField("articles", other.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
