package org.storywire.processor.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.storywire.news.RawArticle;
import org.storywire.news.UsageStatus;
import org.storywire.processor.article.CleanArticle;
import org.storywire.processor.article.Cleaned;
import org.storywire.processor.article.PageCleaner;
import org.storywire.processor.article.RawPage;
import org.storywire.schemas.FieldLimits;

/** Turns a source's pages into articles: one delivery, one or more articles, or a dead letter. */
final class CleanProcessor implements Processor<String, RawArticle, String, CleanedArticle> {

  /** Longest id and source that an error repeats [characters]. */
  private static final int NAME = 200;

  private static final Duration EXPIRY_INTERVAL = Duration.ofDays(1);

  private final PageCleaner cleaner;
  private final Duration knownFor;
  private ProcessorContext<String, CleanedArticle> context;
  private SourceStores memory;
  private Attempts attempts = Attempts.UNCOUNTED;

  private CleanProcessor(PageCleaner cleaner, Duration knownFor) {
    this.cleaner = cleaner;
    this.knownFor = knownFor;
  }

  static ProcessorSupplier<String, RawArticle, String, CleanedArticle> supplier(
      TopologySettings settings) {
    PageCleaner cleaner = new PageCleaner(settings.article());
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, RawArticle, String, CleanedArticle> get() {
        return new CleanProcessor(cleaner, settings.knownFor());
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return SourceStores.builders();
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, CleanedArticle> processorContext) {
    context = processorContext;
    memory = new SourceStores(context, knownFor);
    attempts = Attempts.of(context.appConfigs());
    context.schedule(EXPIRY_INTERVAL, PunctuationType.STREAM_TIME, now -> memory.forget(now));
  }

  @Override
  public void process(Record<String, RawArticle> record) {
    int before =
        context
            .recordMetadata()
            .map(place -> attempts.begin(place.partition(), place.offset()))
            .orElse(0);
    try {
      if (before >= Attempts.MOST) {
        throw new BadArticleException(
            "raw article with key "
                + FieldLimits.excerpt(String.valueOf(record.key()), NAME)
                + ": was tried "
                + before
                + " times and cost too much each time");
      }
      clean(record);
    } finally {
      attempts.end();
    }
  }

  private void clean(Record<String, RawArticle> record) {
    RawArticle raw = record.value();
    if (raw == null) {
      throw new BadArticleException(
          "raw article with key " + record.key() + " has no value, expected a RawArticle");
    }
    RawBounds.tooLong(raw)
        .ifPresent(
            why -> {
              throw new BadArticleException(named(raw) + why);
            });
    SenderWord word = SenderWord.of(raw);
    RawPage page = page(raw, word);
    Cleaned cleaned =
        word.status() == UsageStatus.CANCELED
            ? cleaner.canceled(page, word.language(), memory)
            : cleaner.clean(page, memory);
    if (cleaned instanceof Cleaned.Rejected rejected) {
      throw new BadArticleException(named(raw) + rejected.reason());
    }
    for (CleanArticle article : ((Cleaned.Clean) cleaned).articles()) {
      context.forward(
          record
              .withKey(article.articleId())
              .withValue(new CleanedArticle(raw, article, word))
              .withTimestamp(Math.max(0, article.eventAt().toEpochMilli())));
    }
  }

  private static String named(RawArticle raw) {
    return "raw article "
        + FieldLimits.excerpt(raw.getNativeId(), NAME)
        + " of "
        + FieldLimits.excerpt(raw.getSource(), NAME)
        + ": ";
  }

  private static RawPage page(RawArticle raw, SenderWord word) {
    return new RawPage(
        raw.getSource(),
        raw.getNativeId(),
        Optional.ofNullable(raw.getUrl()),
        Optional.ofNullable(raw.getExtra().get("canonical")),
        Optional.ofNullable(raw.getTitle()),
        raw.getBody(),
        Optional.ofNullable(raw.getPublishedAt()),
        asOf(raw),
        word.versioned());
  }

  /** An undated page of a back-fill is as old as what was read before it. */
  private static Instant asOf(RawArticle raw) {
    return Optional.ofNullable(raw.getFeedAt())
        .filter(feedAt -> feedAt.isBefore(raw.getReceivedAt()))
        .orElse(raw.getReceivedAt());
  }
}
