package org.storywire.docker.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.storywire.docker.pipeline.FeedObserver;
import org.storywire.docker.pipeline.ResultListener;
import org.storywire.ingest.Delivery;
import org.storywire.news.StoryUpdate;

/**
 * Time from handing an article to the producer until its first story update was read by a consumer
 * of committed records. Sending and reading may be two threads.
 */
public final class Latencies implements FeedObserver, ResultListener {

  private final Map<String, String> traces = new ConcurrentHashMap<>();
  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final List<Long> samples = new ArrayList<>();
  private final LongSupplier nanoTime;

  /**
   * Measures a feed.
   *
   * @param nanoTime clock of the reading side [ns], the same that the sending side uses
   */
  public Latencies(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public void feeding(Delivery delivery) {
    if (delivery instanceof Delivery.Found found) {
      traces.put(found.article().getEventId(), found.article().getTraceId());
    }
  }

  @Override
  public void sending(String eventId, long at) {
    String trace = traces.remove(eventId);
    if (trace != null) {
      sent.put(trace, at);
    }
  }

  @Override
  public void update(StoryUpdate update) {
    Long at = sent.remove(update.getTraceId());
    if (at != null) {
      samples.add(nanoTime.getAsLong() - at);
    }
  }

  /**
   * The latency that a share of the articles did not exceed (nearest rank); empty if no article had
   * a story update.
   *
   * @param percent share [1..100]
   */
  public Optional<Duration> percentile(int percent) {
    if (samples.isEmpty()) {
      return Optional.empty();
    }
    List<Long> sorted = new ArrayList<>(samples);
    Collections.sort(sorted);
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return Optional.of(Duration.ofNanos(sorted.get(Math.max(0, rank - 1))));
  }
}
