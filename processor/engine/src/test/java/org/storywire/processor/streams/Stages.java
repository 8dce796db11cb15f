package org.storywire.processor.streams;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.storywire.news.RawArticle;
import org.storywire.processor.app.ProcessorProperties;
import org.storywire.processor.app.Settings;

/** The three processors in a row, on stores that outlive them. */
final class Stages {

  private final TopologySettings settings = ProcessorProperties.topology(Settings.of(Map.of()));
  private final Map<String, KeyValueStore<String, byte[]>> stores = new HashMap<>();
  private final Map<String, Map<String, byte[]>> given;
  private final File directory;
  private final Preparation preparation = new Preparation(settings);
  private Stage<RawArticle, CleanedArticle> clean;
  private Stage<Ordered, StoryInput> syndication;
  private Stage<StoryInput, SpecificRecord> story;

  /** Latest event time; Kafka keeps it over restarts, too. */
  private long streamTime;

  /** Stages that know nothing yet. */
  Stages(Path directory) {
    this(directory, Map.of());
  }

  /** Stages that find state of earlier ones. */
  Stages(Path directory, Map<String, Map<String, byte[]>> state) {
    this.directory = directory.toFile();
    this.given = state;
    start();
  }

  /** New processors on the same stores: a restart. */
  void start() {
    clean = new Stage<>(CleanProcessor.supplier(settings));
    syndication =
        new Stage<>(SyndicationProcessor.supplier(settings.syndication(), ProcessingObserver.NONE));
    story = new Stage<>(StoryProcessor.supplier(settings.story(), ProcessingObserver.NONE));
  }

  /** The same processors begin again, as after a time as standby. */
  void comeBack() {
    clean.comeBack();
    syndication.comeBack();
    story.comeBack();
  }

  /** Feeds pages, with something done to the processors after each. */
  List<SpecificRecord> feed(List<RawArticle> pages, Consumer<Stages> deed) {
    List<SpecificRecord> outgoing = new ArrayList<>();
    for (RawArticle raw : pages) {
      long time = raw.getPublishedAt().toEpochMilli();
      for (CleanedArticle cleaned : clean.process(raw.getSource(), raw, time)) {
        Prepared prepared = preparation.prepare(cleaned);
        for (StoryInput judged : syndication.process("en", prepared, time)) {
          outgoing.addAll(story.process("en", judged, time));
        }
      }
      deed.accept(this);
    }
    return outgoing;
  }

  /** What the parallel stage makes of a page, without being told to the ordered one. */
  List<Prepared> prepare(RawArticle raw) {
    long time = raw.getPublishedAt().toEpochMilli();
    return clean.process(raw.getSource(), raw, time).stream().map(preparation::prepare).toList();
  }

  /** Entries of each store, in key order. */
  Map<String, Map<String, byte[]>> state() {
    Map<String, Map<String, byte[]>> state = new TreeMap<>();
    stores.forEach(
        (name, store) -> {
          Map<String, byte[]> entries = new TreeMap<>();
          try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
              KeyValue<String, byte[]> entry = all.next();
              entries.put(entry.key, entry.value);
            }
          }
          state.put(name, entries);
        });
    return state;
  }

  /** One processor; a new one with the same stores is a restart. */
  private final class Stage<I, O> {
    private final MockProcessorContext<String, O> context;
    private final Processor<String, I, String, O> processor;

    Stage(ProcessorSupplier<String, I, String, O> supplier) {
      Properties properties = ProcessorProperties.of(Settings.of(Map.of()));
      context = new MockProcessorContext<>(properties, new TaskId(0, 0), directory);
      supplier.stores().forEach(builder -> context.addStateStore(store(builder)));
      processor = supplier.get();
      processor.init(context);
    }

    private KeyValueStore<String, byte[]> store(StoreBuilder<?> builder) {
      return stores.computeIfAbsent(
          builder.name(),
          name -> {
            @SuppressWarnings("unchecked")
            var fresh =
                (KeyValueStore<String, byte[]>)
                    builder.withLoggingDisabled().withCachingDisabled().build();
            fresh.init(context.getStateStoreContext(), fresh);
            given.getOrDefault(name, Map.of()).forEach(fresh::put);
            return fresh;
          });
    }

    void comeBack() {
      processor.close();
      processor.init(context);
    }

    List<O> process(String key, I value, long time) {
      streamTime = Math.max(streamTime, time);
      context.setCurrentStreamTimeMs(streamTime);
      context.resetForwards();
      processor.process(new Record<>(key, value, time));
      return context.forwarded().stream().<O>map(forward -> forward.record().value()).toList();
    }
  }
}
