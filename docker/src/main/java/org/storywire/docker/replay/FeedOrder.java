package org.storywire.docker.replay;

import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import org.storywire.ingest.Delivery;
import org.storywire.processor.text.Hashing;

/**
 * Places of deliveries in the feed. Results of different editions come about in parallel; ordered
 * by the place of their cause, they are the same every time. Ids are kept as hashes, 24 bytes a
 * delivery. Fed by one thread, read by another.
 */
final class FeedOrder {

  private final Long2IntMap byEvent = places();
  private final Long2IntMap byTrace = places();
  private int fed;

  private static Long2IntMap places() {
    Long2IntMap places = new Long2IntOpenHashMap();
    places.defaultReturnValue(Integer.MAX_VALUE);
    return places;
  }

  /** The next delivery of the feed; one that is fed twice has the first place. */
  synchronized void feeding(Delivery delivery) {
    if (delivery instanceof Delivery.Found found) {
      byEvent.putIfAbsent(Hashing.hash64(found.article().getEventId()), fed);
      byTrace.putIfAbsent(Hashing.hash64(found.article().getTraceId()), fed);
    }
    fed++;
  }

  /** Deliveries that were fed. */
  synchronized int size() {
    return fed;
  }

  /** An override comes right after the delivery before it. */
  synchronized void override(String overrideId) {
    byTrace.putIfAbsent(Hashing.hash64(overrideId), Math.max(0, fed - 1));
  }

  /** Place of the delivery with this event id; after all others if it was not fed. */
  synchronized int ofEvent(String eventId) {
    return byEvent.get(Hashing.hash64(eventId));
  }

  /** Place of the delivery with this trace id; after all others if it was not fed. */
  synchronized int ofTrace(String traceId) {
    return byTrace.get(Hashing.hash64(traceId));
  }
}
