package org.storywire.docker.pipeline;

import org.storywire.ingest.Delivery;
import org.storywire.ingest.SendObserver;

/** Watches a feed from the moment at which a delivery has its turn, in the feed's thread. */
public interface FeedObserver extends SendObserver {

  /** Watches nothing. */
  FeedObserver NONE = new FeedObserver() {};

  /** A delivery is about to be fed. */
  default void feeding(Delivery delivery) {}
}
