package org.storywire.processor.monitor.ask;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who carries a passage.
 *
 * @param carriers by event time, then reports before copies, then id
 */
public record Answer(List<Carrier> carriers) {

  private static final Comparator<Carrier> FIRST =
      Comparator.comparing((Carrier carrier) -> carrier.article().getEventAt())
          .thenComparing(Carrier::copy)
          .thenComparing(carrier -> carrier.article().getArticleId());

  /** Copies the list. */
  public Answer {
    carriers = List.copyOf(carriers);
  }

  /** The answer that carriers found in any order give. */
  public static Answer of(Collection<Carrier> carriers) {
    return new Answer(carriers.stream().sorted(FIRST).toList());
  }

  /** Who had it first: the earliest that carries the passage, else the earliest with a part. */
  public Optional<Carrier> first() {
    return carriers.stream()
        .filter(carrier -> carrier.match().carries())
        .findFirst()
        .or(() -> carriers.stream().findFirst());
  }

  /** Outlets that carry the passage in a report of their own [0..]. */
  public int independent() {
    return outlets(carrier -> !carrier.copy());
  }

  /** Articles that carry the passage as a copy [0..]. */
  public int copies() {
    return (int) carriers.stream().filter(c -> c.match().carries() && c.copy()).count();
  }

  private int outlets(Predicate<Carrier> wanted) {
    return (int)
        carriers.stream()
            .filter(carrier -> carrier.match().carries() && wanted.test(carrier))
            .map(Carrier::outlet)
            .distinct()
            .count();
  }
}
