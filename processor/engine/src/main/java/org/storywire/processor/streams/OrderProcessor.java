package org.storywire.processor.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Hands articles on in the order of receipt: each once every raw partition has come as far. What
 * comes after its turn goes on at once, counted. An undated article of a back-fill takes the time
 * of its neighbours here, where it is known who they are.
 *
 * <p>Store {@code order-waiting}: {@code a/} and a receipt: a waiting article; {@code t/} and an
 * edition: how old its feed is; {@code w/} and a raw partition: how far it has come. On disk,
 * because a back-fill may wait in millions; logged, because it survives a kill and moves with its
 * edition; cached, because live an article waits for less than a commit. With one raw partition
 * nothing waits, and only the age of a back-fill is written.
 */
final class OrderProcessor implements Processor<String, Received, String, Ordered> {

  static final String STORE = "order-waiting";

  private static final String ARTICLE = "a/";
  private static final String WATERMARK = "w/";
  private static final int AT_ONCE = 256;

  private final RawProgress progress;
  private final ProcessingObserver observer;
  private final ReceivedSerde serde = new ReceivedSerde();
  private ProcessorContext<String, Ordered> context;
  private KeyValueStore<String, byte[]> store;
  private Watermarks watermarks;
  private FeedAges ages;
  private boolean several;
  private long waiting;

  /** Place of the first waiting article; null if none waits. */
  private Receipt first;

  private Receipt last;

  private OrderProcessor(RawProgress progress, ProcessingObserver observer) {
    this.progress = progress;
    this.observer = observer;
  }

  static ProcessorSupplier<String, Received, String, Ordered> supplier(
      RawProgress progress, ProcessingObserver observer) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Received, String, Ordered> get() {
        return new OrderProcessor(progress, observer);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled());
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Ordered> processorContext) {
    context = processorContext;
    store = context.getStateStore(STORE);
    several = progress.partitions() > 1;
    watermarks = new Watermarks(progress.partitions());
    ages = new FeedAges(store);
    waiting = 0;
    first = null;
    last = null;
    try (KeyValueIterator<String, byte[]> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<String, byte[]> entry = entries.next();
        if (entry.key.startsWith(ARTICLE)) {
          first = first == null ? receipt(entry.key) : first;
          waiting++;
        } else if (entry.key.startsWith(FeedAges.PREFIX)) {
          ages.restore(entry.key, entry.value);
        } else {
          watermarks.pass(read(entry.value).receipt());
        }
      }
    }
    tellWaiting();
  }

  @Override
  public void close() {
    observer.released(context.taskId().toString());
  }

  @Override
  public void process(Record<String, Received> record) {
    Received received = record.value();
    if (received == null) {
      context.forward(record.withValue(null));
      return;
    }
    if (received.item().isPresent() && received.item().get() instanceof OverrideInput decided) {
      decide(received, decided);
      return;
    }
    if (!several) {
      received.item().ifPresent(item -> take(received.receipt(), item));
      return;
    }
    if (watermarks.pass(received.receipt())) {
      byte[] mark = serialize(new Received(received.receipt(), Optional.empty()));
      store.put(WATERMARK + received.receipt().partition(), mark);
    }
    Optional<Receipt> reached = watermarks.reached();
    if (received.item().isPresent()) {
      boolean turn = reached.isPresent() && received.receipt().compareTo(reached.get()) <= 0;
      if (turn && (first == null || received.receipt().compareTo(first) < 0)) {
        take(received.receipt(), received.item().get());
      } else {
        hold(received);
      }
    }
    while (first != null && reached.isPresent() && first.compareTo(reached.get()) <= 0) {
      release(reached.get());
    }
    tellWaiting();
  }

  /** A decision waits for articles that were received before it, and holds nothing up. */
  private void decide(Received received, OverrideInput decided) {
    if (first == null || received.receipt().compareTo(first) < 0) {
      forward(decided);
    } else {
      hold(received);
      tellWaiting();
    }
  }

  private void forward(OverrideInput decided) {
    long at = Math.max(0, decided.override().getAt().toEpochMilli());
    context.forward(new Record<>(decided.override().getEdition(), decided, at));
  }

  private void hold(Received received) {
    store.put(ARTICLE + received.receipt().key(), serialize(received));
    waiting++;
    first = first == null || received.receipt().compareTo(first) < 0 ? received.receipt() : first;
  }

  /** Lets some of those go on whose turn has come; finds out who is first of the others. */
  private void release(Receipt reached) {
    List<KeyValue<String, byte[]>> due = new ArrayList<>();
    Receipt next = null;
    try (KeyValueIterator<String, byte[]> entries = store.range(ARTICLE + first.key(), WATERMARK)) {
      while (entries.hasNext() && next == null) {
        KeyValue<String, byte[]> entry = entries.next();
        if (!entry.key.startsWith(ARTICLE)) {
          break;
        }
        if (due.size() < AT_ONCE && receipt(entry.key).compareTo(reached) <= 0) {
          due.add(entry);
        } else {
          next = receipt(entry.key);
        }
      }
    }
    first = next;
    waiting -= due.size();
    for (KeyValue<String, byte[]> entry : due) {
      store.delete(entry.key);
      take(receipt(entry.key), read(entry.value).item().orElseThrow());
    }
  }

  private void take(Receipt receipt, Ordered item) {
    if (item instanceof OverrideInput decided) {
      forward(decided);
      return;
    }
    if (last != null && receipt.compareTo(last) < 0) {
      observer.outOfOrder();
    } else {
      last = receipt;
    }
    Prepared settled = ages.settled((Prepared) item);
    long eventAt = Math.max(0, settled.article().getEventAt().toEpochMilli());
    context.forward(new Record<>(settled.article().getEdition(), settled, eventAt));
  }

  private void tellWaiting() {
    observer.held(context.taskId().toString(), ProcessingObserver.Held.WAITING, waiting);
    if (several) {
      Receipt slowest = watermarks.slowest();
      int partition = waiting == 0 ? -1 : slowest.partition();
      observer.waitingFor(context.taskId().toString(), partition, slowest.time());
    }
  }

  private static Receipt receipt(String key) {
    return Receipt.ofKey(key.substring(ARTICLE.length()));
  }

  private byte[] serialize(Received received) {
    return serde.serializer().serialize(STORE, received);
  }

  private Received read(byte[] bytes) {
    return UnreadableStateException.reading(
        "entry of store " + STORE, bytes, value -> serde.deserializer().deserialize(STORE, value));
  }
}
