package org.storywire.ingest.sources;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.storywire.ingest.sources.SourceIds.Part;
import org.storywire.news.Source;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.WireFormat;

/** Sources as records of their topic tell of them, record by record. Not thread-safe. */
final class SourceTable {

  private final Deserializer<Source> values;
  private final Map<String, KnownSource> sources = new TreeMap<>();

  SourceTable(WireFormat format) {
    this.values = NewsSerdes.source(format).deserializer();
  }

  /** Takes a record of either part. */
  void apply(ConsumerRecord<String, byte[]> record) {
    applySettings(record);
    SourceIds.sourceOf(record.key(), Part.STATE)
        .ifPresent(id -> put(id, get(id).with(state(record).orElse(null))));
  }

  /** Takes what operators write, and leaves out what a reader wrote. */
  void applySettings(ConsumerRecord<String, byte[]> record) {
    SourceIds.sourceOf(record.key(), Part.SETTINGS)
        .ifPresent(id -> put(id, get(id).with(settings(record).orElse(null))));
  }

  KnownSource get(String sourceId) {
    return sources.getOrDefault(sourceId, KnownSource.NONE);
  }

  void put(String sourceId, KnownSource source) {
    if (source.isNothing()) {
      sources.remove(sourceId);
    } else {
      sources.put(sourceId, source);
    }
  }

  void forEach(BiConsumer<String, KnownSource> action) {
    sources.forEach(action);
  }

  /** All sources by id. */
  Map<String, KnownSource> all() {
    return new TreeMap<>(sources);
  }

  private Optional<SourceSettings> settings(ConsumerRecord<String, byte[]> record) {
    return value(record).map(Source::getSettings).map(SourceMapper::toSettings);
  }

  private Optional<SourceState> state(ConsumerRecord<String, byte[]> record) {
    return value(record).map(Source::getState).map(SourceMapper::toState);
  }

  private Optional<Source> value(ConsumerRecord<String, byte[]> record) {
    return Optional.ofNullable(record.value())
        .map(bytes -> values.deserialize(record.topic(), bytes));
  }
}
