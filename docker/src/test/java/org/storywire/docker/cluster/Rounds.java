package org.storywire.docker.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.storywire.docker.demo.SampleCorpus;
import org.storywire.docker.pipeline.Arrivals;
import org.storywire.ingest.Delivery;
import org.storywire.news.RawArticle;

/**
 * The sample corpus again and again as a load: each repetition has identities of its own and lies
 * longer after the one before than anything is remembered, so that it makes its own stories; the
 * last one is dated as the corpus is.
 */
final class Rounds {

  /** Longer than anything is remembered. */
  private static final Duration APART = Duration.ofDays(1200);

  /** The page of 2 MB would be most of the load. */
  private static final int LONGEST_BODY = 100_000;

  private Rounds() {}

  /** The corpus as it is. */
  static List<Delivery> sample() {
    return SampleCorpus.read(Arrivals::of);
  }

  /**
   * Rounds of a load.
   *
   * @param rounds number of rounds [1..]
   * @param repetitions how often each round repeats the corpus [1..]
   */
  static List<List<Delivery>> of(int rounds, int repetitions) {
    List<Delivery> corpus = sample().stream().filter(Rounds::moderate).toList();
    List<List<Delivery>> all = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      int first = round * repetitions;
      all.add(
          IntStream.range(first, first + repetitions)
              .mapToObj(i -> repetition(corpus, i, rounds * repetitions - 1 - i))
              .flatMap(List::stream)
              .toList());
    }
    return all;
  }

  private static boolean moderate(Delivery delivery) {
    return !(delivery instanceof Delivery.Found found)
        || found.article().getBody().length() < LONGEST_BODY;
  }

  private static List<Delivery> repetition(List<Delivery> corpus, int number, int earlier) {
    return corpus.stream()
        .map(
            delivery ->
                delivery instanceof Delivery.Found found
                    ? repeated(found, number, APART.multipliedBy(earlier))
                    : delivery)
        .toList();
  }

  private static Delivery repeated(Delivery.Found found, int number, Duration earlier) {
    RawArticle article = found.article();
    String suffix = "-again-" + number;
    Instant published = article.getPublishedAt();
    String url = article.getUrl();
    RawArticle again =
        RawArticle.newBuilder(article)
            .setEventId(article.getEventId() + suffix)
            .setTraceId(traceId(article.getTraceId() + suffix))
            .setNativeId(article.getNativeId() + suffix)
            .setUrl(url == null ? null : url.replaceFirst("(\\?|$)", suffix + "$1"))
            .setPublishedAt(published == null ? null : published.minus(earlier))
            .setReceivedAt(article.getReceivedAt().minus(earlier))
            .setOrigin(article.getOrigin() + suffix)
            .build();
    return new Delivery.Found(again, found.arrival());
  }

  private static String traceId(String name) {
    UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
    bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    return HexFormat.of().formatHex(bytes.array());
  }
}
