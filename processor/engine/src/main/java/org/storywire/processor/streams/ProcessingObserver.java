package org.storywire.processor.streams;

import java.time.Instant;
import org.storywire.news.UpdateKind;
import org.storywire.news.Verdict;

/**
 * Watches the processing from the edge. Called by the stream threads, so it must be quick and safe
 * for threads. What an aborted transaction did is seen again when it is repeated.
 */
public interface ProcessingObserver {

  /** Watches nothing. */
  ProcessingObserver NONE = new ProcessingObserver() {};

  /** A part of the state that is held in memory. */
  enum Held {
    /** Articles that later ones are compared with as possible copies. */
    COPIES,
    /** Articles that later ones are compared with to find their story. */
    ARTICLES,
    /** Stories, redirects included. */
    STORIES,
    /** Stories that are neither closed nor merged. */
    OPEN_STORIES,
    /** Articles whose turn in the order of receipt has not come. */
    WAITING
  }

  /** Why a record became a dead letter. */
  enum Cause {
    /** Its bytes could not be read as the topic's record. */
    UNREADABLE,
    /** It could be read, but no article could be made of it. */
    REJECTED
  }

  /** An article left for its topic. */
  default void article(Verdict verdict, Instant eventAt) {}

  /** A story update left for its topic. */
  default void update(UpdateKind kind) {}

  /** One article passed the ordered stage in so many nanoseconds, writing included. */
  default void ordered(long nanos) {}

  /** An article came after its turn in the order of receipt and went on at once. */
  default void outOfOrder() {}

  /**
   * A task's edition waits for a raw partition.
   *
   * @param rawPartition the one that has come least far; -1 if nothing waits any more
   * @param receivedAt how far [ms since epoch]; 0 if it has told nothing
   */
  default void waitingFor(String task, int rawPartition, long receivedAt) {}

  /** A record was sent to the dead letters. */
  default void deadLetter(Cause cause) {}

  /** A task holds so many entries now. */
  default void held(String task, Held what, long size) {}

  /** A task was closed: what it held is no longer here. */
  default void released(String task) {}
}
