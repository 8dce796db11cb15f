package org.storywire.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The order in which a replay feeds a corpus. */
public final class EventTimeOrder {

  private EventTimeOrder() {}

  /**
   * Deliveries in the order in which they arrive: what is bad first, as it has no time, then the
   * articles by {@link Delivery.Found#arrivalAt()}; equal ones keep the order of the input.
   *
   * <p>For most articles that is event time. A late article, whose stated receipt is after its
   * publication, has its place where it was received, although its record carries the time of its
   * publication: so the replay sees it as late as the live system did.
   */
  public static List<Delivery> sort(List<Delivery> deliveries) {
    Stream<Delivery> bad = deliveries.stream().filter(Delivery.Bad.class::isInstance);
    Stream<Delivery> found =
        deliveries.stream()
            .filter(Delivery.Found.class::isInstance)
            .map(Delivery.Found.class::cast)
            .sorted(Comparator.comparing(Delivery.Found::arrivalAt))
            .map(Delivery.class::cast);
    return Stream.concat(bad, found).toList();
  }
}
