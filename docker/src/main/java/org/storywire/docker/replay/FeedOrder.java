package org.storywire.docker.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.storywire.ingest.Delivery;

/**
 * Places of deliveries in the feed. Results of different editions come about in parallel; ordered
 * by the place of their cause, they are the same every time.
 */
final class FeedOrder {

  private final Map<String, Integer> byEvent = new HashMap<>();
  private final Map<String, Integer> byTrace = new HashMap<>();

  /** Places of deliveries that are fed in this order; a delivery fed twice has the first. */
  FeedOrder(List<Delivery> deliveries) {
    for (int place = 0; place < deliveries.size(); place++) {
      if (deliveries.get(place) instanceof Delivery.Found found) {
        byEvent.putIfAbsent(found.article().getEventId(), place);
        byTrace.putIfAbsent(found.article().getTraceId(), place);
      }
    }
  }

  /** Place of the delivery with this event id; after all others if it was not fed. */
  int ofEvent(String eventId) {
    return byEvent.getOrDefault(eventId, Integer.MAX_VALUE);
  }

  /** Place of the delivery with this trace id; after all others if it was not fed. */
  int ofTrace(String traceId) {
    return byTrace.getOrDefault(traceId, Integer.MAX_VALUE);
  }
}
