package org.storywire.docker.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.storywire.ingest.Delivery;
import org.storywire.news.RawArticle;

/**
 * A corpus once more, as news: each repetition drops other words, has identities of its own and
 * lies before the next one in time, so that nothing in it is a copy or a revision of another. The
 * last one has the corpus's own dates.
 *
 * @param number which one it is [0..]
 * @param earlier by how much it lies before the corpus's own dates
 */
record Repetition(int number, Duration earlier) {

  /** One word in so many is dropped. */
  private static final int DROPPED = 8;

  private static final Pattern SPACE = Pattern.compile(" ");

  /** Time between two repetitions, longer than any copy window. */
  private static final Duration GAP = Duration.ofDays(60);

  /** So many repetitions of a corpus, the earliest first. */
  static List<Repetition> of(List<Delivery> corpus, int number) {
    List<Instant> times =
        corpus.stream()
            .filter(Delivery.Found.class::isInstance)
            .map(delivery -> ((Delivery.Found) delivery).arrivalAt())
            .sorted()
            .toList();
    Duration span =
        times.isEmpty()
            ? GAP
            : Duration.between(times.get(0), times.get(times.size() - 1)).plus(GAP);
    return IntStream.range(0, number)
        .mapToObj(i -> new Repetition(i, span.multipliedBy(number - 1L - i)))
        .toList();
  }

  /** A delivery of the corpus in this repetition; what is bad stays as it is. */
  Delivery of(Delivery delivery) {
    return delivery instanceof Delivery.Found found
        ? new Delivery.Found(repeated(found.article()), found.arrival())
        : delivery;
  }

  private RawArticle repeated(RawArticle article) {
    String suffix = "-pass-" + number;
    Instant published = article.getPublishedAt();
    String url = article.getUrl();
    return RawArticle.newBuilder(article)
        .setEventId(article.getEventId() + suffix)
        .setTraceId(traceId(article.getTraceId() + suffix))
        .setNativeId(article.getNativeId() + suffix)
        .setUrl(url == null ? null : url.replaceFirst("(\\?|$)", suffix + "$1"))
        .setBody(thinned(article.getBody()))
        .setPublishedAt(published == null ? null : published.minus(earlier))
        .setReceivedAt(article.getReceivedAt().minus(earlier))
        .build();
  }

  private String thinned(String text) {
    String[] words = SPACE.split(text, -1);
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < words.length; i++) {
      // Spread by a hash, or lines would be thinned alike.
      if ((i * 0x9E3779B1 >>> 16) % DROPPED != number % DROPPED) {
        kept.append(kept.length() == 0 ? "" : " ").append(words[i]);
      }
    }
    return kept.toString();
  }

  private static String traceId(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }
}
