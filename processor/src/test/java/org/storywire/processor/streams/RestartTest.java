package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.streams.Pages.page;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.news.Article;
import org.storywire.news.RawArticle;
import org.storywire.news.StoryUpdate;
import org.storywire.news.Verdict;
import org.storywire.processor.app.ProcessorProperties;
import org.storywire.processor.app.Settings;

/** What a task knows after a restart is what its stores hold, and that must be everything. */
class RestartTest {

  private static final String NINE = "2026-03-02T09:00:00Z";
  private static final String TEN = "2026-03-02T10:00:00Z";
  private static final String NEXT_DAY = "2026-03-03T09:00:00Z";
  private static final List<RawArticle> PAGES =
      List.of(
          page("ledger.example", "bridge-1", NINE, "Harbour bridge shut", Pages.BRIDGE),
          page("times.example", "sarrin-1", NINE, "Sarrin votes in close race", Pages.ELECTION),
          page("post.example", "copy-1", TEN, "Drivers face weeks of detours", Pages.BRIDGE),
          page("mail.example", "bridge-2", NEXT_DAY, "Repairs cost more", Pages.BRIDGE_FOLLOW_UP),
          page("ledger.example", "bridge-1", NINE, NEXT_DAY, "Harbour bridge shut", Pages.BRIDGE));

  @TempDir Path directory;
  private final TopologySettings settings = ProcessorProperties.topology(Settings.of(Map.of()));
  private final Map<String, StateStore> stores = new HashMap<>();

  @Test
  void shouldGiveTheSameAnswersWhenEveryArticleMeetsRestartedProcessors() {
    // Given
    List<Outgoing> undisturbed = new Run(directory.resolve("a")).feed(PAGES, run -> {});

    // When
    List<Outgoing> restarted = new Run(directory.resolve("b")).feed(PAGES, Run::start);

    // Then
    assertThat(restarted).isEqualTo(undisturbed);
    assertThat(undisturbed)
        .flatExtracting(record -> record.value().stream().toList())
        .filteredOn(Article.class::isInstance)
        .extracting(record -> ((Article) record).getVerdict())
        .containsExactly(
            Verdict.ORIGINAL, Verdict.ORIGINAL, Verdict.COPY, Verdict.ORIGINAL, Verdict.UNCHANGED);
    assertThat(undisturbed)
        .flatExtracting(record -> record.value().stream().toList())
        .filteredOn(StoryUpdate.class::isInstance)
        .extracting(record -> ((StoryUpdate) record).getRevision())
        .containsExactly(1L, 1L, 2L, 3L);
  }

  @Test
  void shouldGiveTheSameAnswersWhenTheTaskComesBackToTheSameProcessors() {
    // Given
    List<Outgoing> undisturbed = new Run(directory.resolve("a")).feed(PAGES, run -> {});

    // When a task is made a standby and active again, Kafka Streams keeps its processors
    List<Outgoing> recycled = new Run(directory.resolve("b")).feed(PAGES, Run::comeBack);

    // Then
    assertThat(recycled).isEqualTo(undisturbed);
  }

  /** The three processors in a row, on stores that outlive them. */
  private final class Run {
    private final File state;
    private final Preparation preparation = new Preparation(settings);
    private Stage<RawArticle, CleanedArticle> clean;
    private Stage<Prepared, Judged> syndication;
    private Stage<Judged, Outgoing> story;

    Run(Path state) {
      this.state = state.toFile();
      stores.clear();
      start();
    }

    private void start() {
      clean = new Stage<>(CleanProcessor.supplier(settings), state);
      syndication =
          new Stage<>(
              SyndicationProcessor.supplier(settings.syndication(), ProcessingObserver.NONE),
              state);
      story =
          new Stage<>(StoryProcessor.supplier(settings.story(), ProcessingObserver.NONE), state);
    }

    private void comeBack() {
      clean.comeBack();
      syndication.comeBack();
      story.comeBack();
    }

    /** Feeds pages, with something done to the processors after each. */
    List<Outgoing> feed(List<RawArticle> pages, Consumer<Run> deed) {
      List<Outgoing> outgoing = new ArrayList<>();
      for (RawArticle raw : pages) {
        long time = raw.getPublishedAt().toEpochMilli();
        for (CleanedArticle cleaned : clean.process(raw.getSource(), raw, time)) {
          Prepared prepared = preparation.prepare(cleaned);
          for (Judged judged : syndication.process("en", prepared, time)) {
            outgoing.addAll(story.process("en", judged, time));
          }
        }
        deed.accept(this);
      }
      return outgoing;
    }
  }

  /** One processor; a new one with the same stores is a restart. */
  private final class Stage<I, O> {
    private final MockProcessorContext<String, O> context;
    private final Processor<String, I, String, O> processor;

    Stage(ProcessorSupplier<String, I, String, O> supplier, File state) {
      Properties properties = ProcessorProperties.of(Settings.of(Map.of()));
      context =
          new MockProcessorContext<>(
              properties, new org.apache.kafka.streams.processor.TaskId(0, 0), state);
      for (StoreBuilder<?> builder : supplier.stores()) {
        StateStore store =
            stores.computeIfAbsent(
                builder.name(),
                name -> {
                  StateStore fresh = builder.withLoggingDisabled().withCachingDisabled().build();
                  fresh.init(context.getStateStoreContext(), fresh);
                  return fresh;
                });
        context.addStateStore(store);
      }
      processor = supplier.get();
      processor.init(context);
    }

    void comeBack() {
      processor.close();
      processor.init(context);
    }

    List<O> process(String key, I value, long time) {
      context.resetForwards();
      processor.process(new Record<>(key, value, time));
      return context.forwarded().stream().<O>map(forward -> forward.record().value()).toList();
    }
  }
}
