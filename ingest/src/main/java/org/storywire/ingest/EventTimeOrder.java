package org.storywire.ingest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The order in which a replay feeds a corpus. */
public final class EventTimeOrder {

  private EventTimeOrder() {}

  /**
   * When a delivery has its turn: what is bad first, as it has no time, then the articles by {@link
   * Delivery.Found#arrivalAt()}; equal ones keep the order of the input.
   *
   * <p>For most articles that is event time. A late article, whose stated receipt is after its
   * publication, has its place where it was received, although its record carries the time of its
   * publication: so the replay sees it as late as the live system did.
   */
  public static Instant of(Delivery delivery) {
    return delivery instanceof Delivery.Found found ? found.arrivalAt() : Instant.MIN;
  }

  /** Deliveries in the order in which they arrive. */
  public static List<Delivery> sort(List<Delivery> deliveries) {
    return deliveries.stream().sorted(Comparator.comparing(EventTimeOrder::of)).toList();
  }
}
