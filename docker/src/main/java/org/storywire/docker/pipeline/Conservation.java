package org.storywire.docker.pipeline;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.storywire.news.Article;
import org.storywire.processor.text.Hashing;

/**
 * The books of the conservation law: every delivery that was fed must end in an article or a dead
 * letter. Fed by one thread, read by another.
 */
public final class Conservation implements ResultListener {

  /** Event ids by hash: eight bytes are kept of what has ended. */
  private final LongSet seen = new LongOpenHashSet();

  private final Map<String, String> missing = new LinkedHashMap<>();

  /** Event ids of what is missing by its origin. */
  private final Map<String, String> byOrigin = new HashMap<>();

  private long badFed;
  private long badSeen;
  private long ended;

  /**
   * A delivery is about to be fed.
   *
   * @param eventId its event id; feeding the same one again adds nothing to wait for
   * @param origin where it was read, to name it if it does not end
   */
  public synchronized void fed(String eventId, String origin) {
    if (seen.add(Hashing.hash64(eventId))) {
      missing.put(eventId, origin);
      byOrigin.put(origin, eventId);
    }
  }

  /** Something unreadable was sent to the dead letters by the feed itself. */
  public synchronized void fedBad() {
    badFed++;
  }

  @Override
  public void article(Article article) {
    end(article.getEventId());
  }

  @Override
  public synchronized void deadLetter(ConsumerRecord<byte[], byte[]> letter) {
    DeadLetter dead = DeadLetter.of(letter);
    if (!DeadLetter.isOfIngest(letter)) {
      end(dead.eventId());
      return;
    }
    String refused = byOrigin.get(dead.origin());
    if (refused == null) {
      badSeen++;
    } else {
      // Kafka refused the article for its size; the feed knows it by its origin.
      end(refused);
    }
  }

  /** Whether all that was fed has ended. */
  public synchronized boolean complete() {
    return missing.isEmpty() && badSeen >= badFed;
  }

  /** What has ended in an article or a dead letter, each delivery counted once. */
  public synchronized long ended() {
    return ended + badSeen;
  }

  /** All that has ended or is to end. */
  public synchronized long total() {
    return seen.size() + badFed;
  }

  /** Deliveries that have not ended. */
  public synchronized long open() {
    return missing.size() + Math.max(0, badFed - badSeen);
  }

  /** Origins of the first deliveries that have not ended. */
  public synchronized List<String> firstMissing(int most) {
    return missing.values().stream().limit(most).toList();
  }

  private synchronized void end(String eventId) {
    String origin = missing.remove(eventId);
    if (origin != null) {
      byOrigin.remove(origin, eventId);
      ended++;
    }
  }
}
