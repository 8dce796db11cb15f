package org.storywire.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.storywire.news.RawArticle;

/**
 * What an input says about one article, in its own words. A blank value counts as not given.
 *
 * @param id id the source gave
 * @param published claimed publication, in any form of {@link GivenTime}
 * @param received when the delivery reached whoever wrote the input, in the same forms
 * @param source host or feed id
 * @param url address of the page
 * @param title headline
 * @param body text of the page, may be empty
 * @param extra further fields by name
 */
record GivenArticle(
    Optional<String> id,
    Optional<String> published,
    Optional<String> received,
    Optional<String> source,
    Optional<String> url,
    Optional<String> title,
    String body,
    Map<String, String> extra) {

  /** Event id and trace id are the two halves of one hash. */
  private static final int ID_DIGITS = 32;

  private static final String UNKNOWN_SOURCE = "unknown";

  GivenArticle {
    id = id.filter(GivenArticle::says);
    published = published.filter(GivenArticle::says);
    received = received.filter(GivenArticle::says);
    source = source.filter(GivenArticle::says);
    url = url.filter(GivenArticle::says);
    title = title.filter(GivenArticle::says);
    extra = Map.copyOf(extra);
  }

  /**
   * The delivery of this article. A time that cannot be read, or a receipt later than the clock,
   * stays in {@code extra} under its name and counts as not given.
   *
   * @param origin where the article was read
   * @param clock gives the receipt where none was stated
   */
  Delivery.Found toDelivery(String origin, Clock clock) {
    Instant now = clock.instant();
    Optional<Instant> publishedAt = published.flatMap(GivenTime::parse);
    Optional<Instant> receivedAt =
        received.flatMap(GivenTime::parse).filter(time -> !time.isAfter(now));
    Map<String, String> kept = new TreeMap<>(extra);
    if (publishedAt.isEmpty()) {
      published.ifPresent(text -> kept.put("published", text));
    }
    if (receivedAt.isEmpty()) {
      received.ifPresent(text -> kept.put("received", text));
    }
    String from = source.or(() -> url.flatMap(Host::of)).orElse(UNKNOWN_SOURCE);
    String nativeId = id.orElseGet(() -> contentHash(from));
    String identity =
        StableHash.of(
            "event",
            from,
            nativeId,
            url.orElse(""),
            published.orElse(""),
            received.orElse(""),
            title.orElse(""),
            body);
    RawArticle article =
        RawArticle.newBuilder()
            .setEventId(identity.substring(0, ID_DIGITS))
            .setTraceId(identity.substring(ID_DIGITS))
            .setNativeId(nativeId)
            .setSource(from)
            .setUrl(url.orElse(null))
            .setTitle(title.orElse(null))
            .setBody(body)
            .setPublishedAt(publishedAt.orElse(null))
            .setReceivedAt(receivedAt.orElse(GivenTime.toMillis(now)))
            .setOrigin(origin)
            .setExtra(kept)
            .build();
    return new Delivery.Found(
        article, receivedAt.isPresent() ? Delivery.Arrival.STATED : Delivery.Arrival.ASSUMED);
  }

  private String contentHash(String from) {
    return StableHash.of("article", from, url.orElse(""), title.orElse(""), body)
        .substring(0, ID_DIGITS);
  }

  private static boolean says(String value) {
    return !value.isBlank();
  }
}
