package org.storywire.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.storywire.news.RawArticle;
import org.storywire.schemas.FieldLimits;

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
public record GivenArticle(
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

  /** Blank values count as not given. */
  public GivenArticle {
    id = id.filter(GivenArticle::says);
    published = published.filter(GivenArticle::says);
    received = received.filter(GivenArticle::says);
    source = source.filter(GivenArticle::says);
    url = url.filter(GivenArticle::says);
    title = title.filter(GivenArticle::says);
    extra = Map.copyOf(extra);
  }

  /**
   * The delivery of this article. A field longer than {@link FieldLimits} is cut to an excerpt; an
   * address longer than that is none, and its excerpt stays in {@code extra}. A time that cannot be
   * read, or a receipt later than the clock, stays in {@code extra} under its name and counts as
   * not given.
   *
   * @param origin where the article was read
   * @param clock gives the receipt where none was stated
   */
  public Delivery.Found toDelivery(String origin, Clock clock) {
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
    Optional<String> address = url.filter(text -> text.length() <= FieldLimits.URL);
    if (address.isEmpty()) {
      url.ifPresent(text -> kept.put("url", text));
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
            .setNativeId(FieldLimits.excerpt(nativeId, FieldLimits.ID))
            .setSource(FieldLimits.excerpt(from, FieldLimits.SOURCE))
            .setUrl(address.orElse(null))
            .setTitle(title.map(text -> FieldLimits.excerpt(text, FieldLimits.TITLE)).orElse(null))
            .setBody(body)
            .setPublishedAt(publishedAt.orElse(null))
            .setReceivedAt(receivedAt.orElse(GivenTime.toMillis(now)))
            .setOrigin(origin)
            .setExtra(bounded(kept))
            .build();
    return new Delivery.Found(
        article, receivedAt.isPresent() ? Delivery.Arrival.STATED : Delivery.Arrival.ASSUMED);
  }

  private String contentHash(String from) {
    return StableHash.of("article", from, url.orElse(""), title.orElse(""), body)
        .substring(0, ID_DIGITS);
  }

  /** The first fields by name, as many and as long as a raw article may have. */
  private static Map<String, String> bounded(Map<String, String> extra) {
    Map<String, String> fields = new TreeMap<>();
    extra.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(FieldLimits.EXTRAS)
        .forEach(
            field ->
                fields.put(
                    FieldLimits.excerpt(field.getKey(), FieldLimits.EXTRA),
                    FieldLimits.excerpt(field.getValue(), FieldLimits.EXTRA)));
    return fields;
  }

  private static boolean says(String value) {
    return !value.isBlank();
  }
}
