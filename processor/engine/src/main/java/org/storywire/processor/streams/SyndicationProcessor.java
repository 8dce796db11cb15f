package org.storywire.processor.streams;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.storywire.news.Article;
import org.storywire.news.UsageStatus;
import org.storywire.news.Verdict;
import org.storywire.processor.syndication.CopyMemory;
import org.storywire.processor.syndication.Fingerprint;
import org.storywire.processor.syndication.Judgement;
import org.storywire.processor.syndication.SyndicationConfig;
import org.storywire.processor.syndication.Syndicator;

/** Judges, in order, whether an article is a copy of an earlier one. */
final class SyndicationProcessor implements Processor<String, Ordered, String, StoryInput> {

  static final String STORE = "syndication-copies";

  private final SyndicationConfig config;
  private final ProcessingObserver observer;
  private final Map<String, Syndicator> syndicators = new HashMap<>();
  private ProcessorContext<String, StoryInput> context;
  private KeyValueStore<String, byte[]> store;

  private SyndicationProcessor(SyndicationConfig config, ProcessingObserver observer) {
    this.config = config;
    this.observer = observer;
  }

  static ProcessorSupplier<String, Ordered, String, StoryInput> supplier(
      SyndicationConfig config, ProcessingObserver observer) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Ordered, String, StoryInput> get() {
        return new SyndicationProcessor(config, observer);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(EditionStore.builder(STORE));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, StoryInput> processorContext) {
    context = processorContext;
    // An instance begins anew when its task comes back after it was a standby.
    syndicators.clear();
    store = context.getStateStore(STORE);
    EditionStore.forEach(store, (edition, key, value) -> syndicator(edition).restore(value));
    tellHeld();
  }

  @Override
  public void process(Record<String, Ordered> record) {
    if (record.value() instanceof OverrideInput decided) {
      context.forward(record.withValue(rule(decided)));
      return;
    }
    long begin = System.nanoTime();
    judge(record);
    tellHeld();
    observer.ordered(System.nanoTime() - begin);
  }

  private OverrideInput rule(OverrideInput decided) {
    if (decided.copyRuling().isEmpty()) {
      return decided;
    }
    try {
      return decided.with(
          syndicator(decided.override().getEdition()).rule(decided.copyRuling().get()));
    } catch (IllegalArgumentException e) {
      throw decided.bad("can't be carried out: " + e.getMessage());
    }
  }

  private void judge(Record<String, Ordered> record) {
    Prepared prepared = (Prepared) record.value();
    if (prepared == null) {
      throw new BadArticleException(
          "prepared article of edition " + record.key() + " has no value, expected an article");
    }
    Article article = prepared.article();
    boolean canceled = article.getStatus() == UsageStatus.CANCELED;
    if (prepared.unchanged() || article.getPageKind() != null || canceled) {
      article.setVerdict(
          canceled
              ? Verdict.REVISION
              : prepared.unchanged() ? Verdict.UNCHANGED : Verdict.NOT_ARTICLE);
      context.forward(
          record.withValue(new ArticleInput(article, new byte[0], List.of(), List.of())));
      return;
    }
    Fingerprint fingerprint =
        UnreadableStateException.reading(
            "fingerprint of " + article.getArticleId(),
            prepared.fingerprint(),
            Fingerprint::fromBytes);
    Judgement judgement = syndicator(article.getEdition()).judge(fingerprint, article.getBody());
    SyndicationMapper.fill(article, judgement);
    context.forward(
        record.withValue(
            new ArticleInput(
                article, prepared.features(), judgement.siblings(), judgement.corrections())));
  }

  private void tellHeld() {
    observer.held(
        context.taskId().toString(),
        ProcessingObserver.Held.COPIES,
        syndicators.values().stream().mapToLong(Syndicator::held).sum());
  }

  @Override
  public void close() {
    observer.released(context.taskId().toString());
  }

  private Syndicator syndicator(String edition) {
    return syndicators.computeIfAbsent(
        edition, name -> new Syndicator(config, memory(new EditionStore(store, name))));
  }

  private static CopyMemory memory(EditionStore store) {
    return new CopyMemory() {
      @Override
      public void put(long sequence, byte[] value) {
        store.put(sequence, value);
      }

      @Override
      public void delete(long sequence) {
        store.delete(sequence);
      }
    };
  }
}
