package org.storywire.ingest.sources;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Health of the sources that this instance reads, as metrics {@code storywire_source_…} with the
 * tags {@code source} (id) and {@code host}.
 */
public final class SourceMetrics {

  private record Sample(SourceState state, boolean silent) {}

  private final Map<MultiGauge, ToDoubleFunction<Sample>> gauges = new LinkedHashMap<>();
  private final MeterRegistry registry;

  /** Metrics in a registry. */
  public SourceMetrics(MeterRegistry registry) {
    this.registry = registry;
    add("items", "New and changed items", s -> s.state.health().items());
    add("undated_items", "Items without a date", s -> s.state.health().undated());
    add("short_items", "Items with a summary or less", s -> s.state.health().brief());
    add("usual_items_per_hour", "Items an hour as usual", s -> s.state.health().itemsPerHour());
    add("requests", "Requests for the feed", s -> s.state.health().requests());
    add("errors", "Requests that gave no feed", s -> s.state.health().errors());
    add("failures_in_a_row", "Failures since it last answered", s -> s.state.poll().failures());
    add("heard_timestamp_seconds", "When it last answered; 0 never", SourceMetrics::heardAt);
    add("silent", "1 if it has had nothing for long, unlike its peers", s -> s.silent ? 1 : 0);
    add("ended", "1 if its publisher says that it is gone", s -> s.state.poll().ended() ? 1 : 0);
  }

  private void add(String name, String description, ToDoubleFunction<Sample> value) {
    gauges.put(
        MultiGauge.builder("storywire.source." + name).description(description).register(registry),
        value);
  }

  /** Takes the sources as they stand; those that are not among them are no longer shown. */
  public void show(Map<String, KnownSource> sources, Instant now) {
    Set<String> silent = Silence.of(sources, now);
    gauges.forEach(
        (gauge, value) -> {
          List<Row<?>> rows = new ArrayList<>();
          sources.forEach(
              (id, source) ->
                  source
                      .state()
                      .ifPresent(
                          state ->
                              rows.add(
                                  row(id, state, value, new Sample(state, silent.contains(id))))));
          gauge.register(rows, true);
        });
  }

  private static Row<?> row(
      String id, SourceState state, ToDoubleFunction<Sample> value, Sample sample) {
    Tags tags = Tags.of("source", id, "host", state.poll().address().getHost());
    return Row.of(tags, value.applyAsDouble(sample));
  }

  private static double heardAt(Sample sample) {
    return sample.state.poll().heardAt().map(Instant::getEpochSecond).orElse(0L);
  }
}
