package org.storywire.processor.streams;

import java.util.HexFormat;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A core's memory in a store. Key: edition, {@code /}, then the core's own key; a sequence number
 * is written with 16 hex digits so that keys sort as numbers do. Value: the core's own encoding.
 *
 * <p>The store and its changelog are the truth; the cores' indexes are rebuilt from it when a task
 * starts. On disk, because a window holds millions of articles; logged, because an edition moves
 * between instances; cached, because one article may touch a story's entry several times.
 */
final class EditionStore {

  private final KeyValueStore<String, byte[]> store;
  private final String prefix;

  EditionStore(KeyValueStore<String, byte[]> store, String edition) {
    this.store = store;
    this.prefix = edition + "/";
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
    return uncached(name).withCachingEnabled();
  }

  /** For large values that are written once and rarely read: they would only fill the cache. */
  static StoreBuilder<KeyValueStore<String, byte[]>> uncached(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
  }

  /**
   * Shows every entry of every edition, in key order: (edition, value).
   *
   * @throws UnreadableStateException if the consumer can't take an entry
   */
  static void forEach(KeyValueStore<String, byte[]> store, EntryConsumer consumer) {
    try (KeyValueIterator<String, byte[]> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<String, byte[]> entry = entries.next();
        int slash = entry.key.indexOf('/');
        try {
          consumer.accept(
              entry.key.substring(0, slash), entry.key.substring(slash + 1), entry.value);
        } catch (RuntimeException e) {
          throw new UnreadableStateException("entry " + entry.key + " of store " + store.name(), e);
        }
      }
    }
  }

  /** Takes an entry of an edition. */
  interface EntryConsumer {
    void accept(String edition, String key, byte[] value);
  }

  void put(String key, byte[] value) {
    store.put(prefix + key, value);
  }

  void delete(String key) {
    store.delete(prefix + key);
  }

  /** What was put; null if nothing was. */
  byte[] get(long sequence) {
    return store.get(prefix + hex(sequence));
  }

  void put(long sequence, byte[] value) {
    put(hex(sequence), value);
  }

  void delete(long sequence) {
    delete(hex(sequence));
  }

  static long sequence(String key) {
    return Long.parseUnsignedLong(key, 16);
  }

  private static String hex(long sequence) {
    return HexFormat.of().toHexDigits(sequence);
  }
}
