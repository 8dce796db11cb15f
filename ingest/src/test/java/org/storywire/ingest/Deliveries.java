package org.storywire.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storywire.news.RawArticle;

/** Deliveries for tests. */
final class Deliveries {

  /** A wall clock that stands still. */
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private Deliveries() {}

  /** An article with an id and, unless null, its dates. */
  static Delivery.Found found(String id, String published, String received) {
    return new GivenArticle(
            Optional.of(id),
            Optional.ofNullable(published),
            Optional.ofNullable(received),
            Optional.of("harbour-post.example"),
            Optional.empty(),
            Optional.of("Title of " + id),
            "Body of " + id + ".",
            Map.of())
        .toDelivery("feed.jsonl:1", CLOCK);
  }

  static RawArticle article(Delivery delivery) {
    return ((Delivery.Found) delivery).article();
  }

  static Delivery.Bad bad(Delivery delivery) {
    return (Delivery.Bad) delivery;
  }

  static List<String> ids(List<Delivery> deliveries) {
    return deliveries.stream()
        .map(
            delivery ->
                delivery instanceof Delivery.Found found ? found.article().getNativeId() : "bad")
        .toList();
  }
}
