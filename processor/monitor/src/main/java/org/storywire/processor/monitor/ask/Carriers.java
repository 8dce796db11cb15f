package org.storywire.processor.monitor.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who carries a passage.
 *
 * @param carriers by event time, then reports before copies, then id; a copy comes after what it
 *     was copied from, of which a later version may be held
 */
public record Carriers(List<Carrier> carriers) {

  private static final Comparator<Carrier> FIRST =
      Comparator.comparing((Carrier carrier) -> carrier.article().getEventAt())
          .thenComparing(Carrier::copy)
          .thenComparing(carrier -> carrier.article().getArticleId());

  /** Copies the list. */
  public Carriers {
    carriers = List.copyOf(carriers);
  }

  /** The answer that carriers found in any order give. */
  public static Carriers of(Collection<Carrier> carriers) {
    Map<String, Carrier> byId = new HashMap<>();
    carriers.forEach(carrier -> byId.put(carrier.article().getArticleId(), carrier));
    Set<String> begun = new HashSet<>();
    List<Carrier> ordered = new ArrayList<>();
    carriers.stream().sorted(FIRST).forEach(carrier -> add(carrier, byId, begun, ordered));
    return new Carriers(ordered);
  }

  private static void add(
      Carrier carrier, Map<String, Carrier> byId, Set<String> begun, List<Carrier> ordered) {
    if (!begun.add(carrier.article().getArticleId())) {
      return;
    }
    Carrier parent = byId.get(carrier.article().getCopyOf());
    if (parent != null) {
      add(parent, byId, begun, ordered);
    }
    ordered.add(carrier);
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
