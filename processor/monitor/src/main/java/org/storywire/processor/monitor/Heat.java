package org.storywire.processor.monitor;

import java.time.Duration;
import java.time.Instant;

/**
 * How much a story moves: every event adds a weight that halves every ten minutes of event time.
 *
 * <p>Because all weights fade alike, the order of two stories changes only when one of them gets an
 * event. So heat is kept as the binary logarithm of the weights projected to one fixed instant: a
 * number that needs no ageing and can key a sorted set.
 */
final class Heat {

  /** Time in which a weight halves. */
  static final Duration HALF_LIFE = Duration.ofMinutes(10);

  /** Heat of a story of which no event has been seen. */
  static final double NONE = Double.NEGATIVE_INFINITY;

  private Heat() {}

  /** Heat of one weight at an instant. */
  static double of(double weight, Instant at) {
    return Math.log(weight) / Math.log(2) + halfLives(at);
  }

  /** Sum of two heats. */
  static double add(double a, double b) {
    double hotter = Math.max(a, b);
    double colder = Math.min(a, b);
    return colder == NONE
        ? hotter
        : hotter + Math.log1p(Math.pow(2, colder - hotter)) / Math.log(2);
  }

  /** What is left of a heat at an instant, as a weight [0..]. */
  static double left(double heat, Instant now) {
    return heat == NONE ? 0 : Math.pow(2, heat - halfLives(now));
  }

  private static double halfLives(Instant at) {
    return at.toEpochMilli() / (double) HALF_LIFE.toMillis();
  }
}
