package org.storywire.ingest.sources;

import org.storywire.ingest.poll.PollState;

/**
 * What the reader of a source knows, so that another can go on from there.
 *
 * @param poll when and how it is asked next
 * @param seen items that were sent
 * @param health how it has done
 */
public record SourceState(PollState poll, SeenItems seen, SourceHealth health) {

  /** A source that was never asked. */
  static SourceState unasked(PollState poll) {
    return new SourceState(poll, SeenItems.NONE, SourceHealth.NONE);
  }
}
