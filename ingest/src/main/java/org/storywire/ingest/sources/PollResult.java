package org.storywire.ingest.sources;

import java.util.List;
import org.storywire.ingest.Delivery;

/**
 * What one request to a source gave, or a part of it: pages take their time, and items go out as
 * they come. Only the last part has the answer's validators, so that after a kill the feed is read
 * again for the items that are missing.
 *
 * @param sourceId whose
 * @param state the source's state from now on, once the deliveries are written
 * @param deliveries new and changed items, oldest first
 * @param last whether nothing follows
 */
record PollResult(String sourceId, SourceState state, List<Delivery> deliveries, boolean last) {
  PollResult {
    deliveries = List.copyOf(deliveries);
  }
}
