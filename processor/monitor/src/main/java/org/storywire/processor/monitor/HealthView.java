package org.storywire.processor.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.storywire.news.PageKind;

/**
 * How the feed is: how fast articles arrive, how far event time lags, which sources are silent, and
 * what could not be processed. Bounded; thread-safe. Rates and ages are by the wall clock, since
 * they tell an operator what happens now; all else is event time.
 */
final class HealthView {

  private static final int RATE_SECONDS = 60;
  private static final int MOST_SOURCES = 5_000;
  private static final Duration SHORTEST_SILENCE = Duration.ofHours(1);
  private static final int SILENT_AFTER_GAPS = 6;

  private record SourceSeen(long articles, Instant firstAt, Instant lastAt) {

    /** True if the source has been quiet for much longer than it usually is. */
    boolean silent(Instant now) {
      if (articles < 3) {
        return false;
      }
      Duration usual = Duration.between(firstAt, lastAt).dividedBy(articles - 1);
      Duration most = usual.multipliedBy(SILENT_AFTER_GAPS);
      Duration quiet = Duration.between(lastAt, now);
      return quiet.compareTo(most) > 0 && quiet.compareTo(SHORTEST_SILENCE) > 0;
    }
  }

  private final Clock clock;
  private final long[] arrivals = new long[RATE_SECONDS];
  private final long[] arrivalSecond = new long[RATE_SECONDS];
  private final LinkedHashMap<String, SourceSeen> sources = new LinkedHashMap<>(16, 0.75f, true);
  private final DeadLetters deadLetters = new DeadLetters();
  private Instant newestEvent = Instant.EPOCH;
  private Optional<Instant> newestArrival = Optional.empty();
  private final Map<PageKind, Long> notArticles = new EnumMap<>(PageKind.class);
  private long datesNotRead;
  private long unreadable;
  private long lag;
  private String state = "starting";

  HealthView(Clock clock) {
    this.clock = clock;
  }

  /** Counts a page that stands in for an article. */
  synchronized void notArticle(PageKind kind) {
    notArticles.merge(kind, 1L, Long::sum);
  }

  /** Counts an article whose claimed date could not be read. */
  synchronized void dateNotRead() {
    datesNotRead++;
  }

  /** Counts an article. */
  synchronized void article(String source, Instant at) {
    long second = clock.instant().getEpochSecond();
    int slot = (int) (second % RATE_SECONDS);
    if (arrivalSecond[slot] != second) {
      arrivalSecond[slot] = second;
      arrivals[slot] = 0;
    }
    arrivals[slot]++;
    String name = SafeText.of(source, 200);
    SourceSeen seen = sources.get(name);
    sources.put(
        name,
        seen == null
            ? new SourceSeen(1, at, at)
            : new SourceSeen(
                seen.articles + 1,
                at.isBefore(seen.firstAt) ? at : seen.firstAt,
                at.isAfter(seen.lastAt) ? at : seen.lastAt));
    if (sources.size() > MOST_SOURCES) {
      sources.remove(sources.keySet().iterator().next());
    }
  }

  /** Notes that an update arrived just now. */
  synchronized void update(Instant at) {
    newestArrival = Optional.of(clock.instant());
    if (at.isAfter(newestEvent)) {
      newestEvent = at;
    }
  }

  /** Notes a record that the monitor itself could not read. */
  synchronized void unreadable() {
    unreadable++;
  }

  /** Notes what could not be processed upstream, and why. */
  synchronized void deadLetter(ConsumerRecord<byte[], byte[]> record) {
    deadLetters.take(record);
  }

  /** Notes how far the feeder is: its state, and the records it has yet to read. */
  synchronized void progress(String newState, long recordsBehind) {
    state = newState;
    lag = recordsBehind;
  }

  /** The feeder's state: starting, following or stopped. */
  synchronized String state() {
    return state;
  }

  /** Writes the health's fields into an object that is open. */
  synchronized void fields(JsonGenerator json) throws IOException {
    Instant wall = clock.instant();
    json.writeStringField("state", state);
    json.writeNumberField("recordsBehind", lag);
    json.writeNumberField("articlesPerSecond", Math.round(rate(wall) * 100) / 100.0);
    if (newestArrival.isPresent()) {
      json.writeStringField("newestEventAt", newestEvent.toString());
      json.writeNumberField("eventLagMs", Duration.between(newestEvent, wall).toMillis());
      json.writeNumberField(
          "newestUpdateAgeMs", Duration.between(newestArrival.get(), wall).toMillis());
    } else {
      json.writeNullField("newestEventAt");
      json.writeNullField("eventLagMs");
      json.writeNullField("newestUpdateAgeMs");
    }
    json.writeNumberField("unreadable", unreadable);
    json.writeNumberField("datesNotRead", datesNotRead);
    json.writeObjectFieldStart("notArticles");
    for (var entry : notArticles.entrySet()) {
      json.writeNumberField(entry.getKey().name(), entry.getValue());
    }
    json.writeEndObject();
    writeSources(json);
    deadLetters.field(json);
  }

  private void writeSources(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("sources");
    List<Map.Entry<String, SourceSeen>> byTime =
        sources.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, SourceSeen> entry) -> entry.getValue().lastAt())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    for (var entry : byTime) {
      SourceSeen seen = entry.getValue();
      json.writeStartObject();
      json.writeStringField("source", entry.getKey());
      json.writeNumberField("articles", seen.articles());
      json.writeStringField("lastAt", seen.lastAt().toString());
      json.writeBooleanField("silent", seen.silent(newestEvent));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private double rate(Instant wall) {
    long oldest = wall.getEpochSecond() - RATE_SECONDS;
    long sum = 0;
    for (int i = 0; i < RATE_SECONDS; i++) {
      sum += arrivalSecond[i] > oldest ? arrivals[i] : 0;
    }
    return sum / (double) RATE_SECONDS;
  }
}
