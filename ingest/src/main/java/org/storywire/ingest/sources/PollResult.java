package org.storywire.ingest.sources;

import java.util.List;
import org.storywire.ingest.Delivery;

/**
 * What one request to a source gave.
 *
 * @param sourceId whose
 * @param state the source's state from now on, once the deliveries are written
 * @param deliveries new and changed items, oldest first
 */
record PollResult(String sourceId, SourceState state, List<Delivery> deliveries) {
  PollResult {
    deliveries = List.copyOf(deliveries);
  }
}
