package org.storywire.docker.replay;

import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.storywire.ingest.Delivery;

/** A corpus in parts: each part ends before what was received later than an instant. */
final class Turns {

  private final Iterator<Delivery> all;
  private Delivery next;

  Turns(Iterator<Delivery> all) {
    this.all = all;
  }

  /** What comes next and was received until an instant; what can't be read has no time. */
  Stream<Delivery> until(Instant end) {
    Iterator<Delivery> turn =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return peek() && !isAfter(end);
          }

          @Override
          public Delivery next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            Delivery delivery = next;
            next = null;
            return delivery;
          }
        };
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(turn, Spliterator.ORDERED), false);
  }

  /** All that is left. */
  Stream<Delivery> rest() {
    return until(Instant.MAX);
  }

  private boolean peek() {
    if (next == null && all.hasNext()) {
      next = all.next();
    }
    return next != null;
  }

  private boolean isAfter(Instant end) {
    return next instanceof Delivery.Found found && found.article().getReceivedAt().isAfter(end);
  }
}
