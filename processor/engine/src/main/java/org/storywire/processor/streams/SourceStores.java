package org.storywire.processor.streams;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.storywire.processor.article.KnownVersion;
import org.storywire.processor.article.LineTable;
import org.storywire.processor.article.SourceMemory;

/**
 * What the clean stage remembers of its sources.
 *
 * <p>{@code source-lines}: key source, value its table of lines, about 8 KB, bounded by the core.
 * {@code source-articles}: key article id, value the event time reached at the last visit (8 bytes)
 * and the identity's last version; entries not visited for long are removed by {@link #forget}.
 * Both on disk and logged, because they must follow their sources to another instance; cached,
 * because busy sources rewrite their table with every article.
 */
final class SourceStores implements SourceMemory {

  static final String LINES = "source-lines";
  static final String ARTICLES = "source-articles";

  private final ProcessorContext<?, ?> context;
  private final long knownFor;
  private final KeyValueStore<String, byte[]> lines;
  private final KeyValueStore<String, byte[]> articles;

  SourceStores(ProcessorContext<?, ?> context, Duration knownFor) {
    this.context = context;
    this.knownFor = knownFor.toMillis();
    this.lines = context.getStateStore(LINES);
    this.articles = context.getStateStore(ARTICLES);
  }

  static Set<StoreBuilder<?>> builders() {
    return Set.of(builder(LINES), builder(ARTICLES));
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
        .withCachingEnabled();
  }

  @Override
  public LineTable lines(String source) {
    byte[] bytes = lines.get(source);
    return bytes == null ? LineTable.EMPTY : read(LINES, source, bytes, LineTable::fromBytes);
  }

  @Override
  public void save(String source, LineTable table) {
    lines.put(source, table.toBytes());
  }

  /** What was not visited for too long is unknown, whether it has been removed yet or not. */
  @Override
  public Optional<KnownVersion> known(String articleId) {
    byte[] bytes = articles.get(articleId);
    boolean remembered =
        bytes != null
            && ByteBuffer.wrap(bytes).getLong() >= context.currentStreamTimeMs() - knownFor;
    return remembered
        ? Optional.of(read(ARTICLES, articleId, bytes, SourceStores::known))
        : Optional.empty();
  }

  private static KnownVersion known(byte[] bytes) {
    return KnownVersion.fromBytes(Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
  }

  private static <T> T read(String store, String key, byte[] bytes, Function<byte[], T> reader) {
    return UnreadableStateException.reading("entry " + key + " of store " + store, bytes, reader);
  }

  @Override
  public void remember(String articleId, KnownVersion known) {
    byte[] bytes = known.toBytes();
    articles.put(
        articleId,
        ByteBuffer.allocate(Long.BYTES + bytes.length)
            .putLong(context.currentStreamTimeMs())
            .put(bytes)
            .array());
  }

  /** Removes identities that are unknown at this event time [ms since epoch]. */
  void forget(long now) {
    try (KeyValueIterator<String, byte[]> entries = articles.all()) {
      while (entries.hasNext()) {
        KeyValue<String, byte[]> entry = entries.next();
        if (ByteBuffer.wrap(entry.value).getLong() < now - knownFor) {
          articles.delete(entry.key);
        }
      }
    }
  }
}
