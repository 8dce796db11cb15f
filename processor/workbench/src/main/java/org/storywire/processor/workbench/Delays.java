package org.storywire.processor.workbench;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import org.storywire.processor.text.Hashing;

/**
 * A shuffled order of receipt: every article arrives after its publication by a share of the
 * longest delay that the hash of its id gives, so that the same set is always shuffled the same.
 *
 * @param longest longest delay
 * @param salt another shuffles otherwise
 */
public record Delays(Duration longest, String salt) {

  private static final int SHARES = 1 << 20;

  /** When an article arrives. */
  public Instant receipt(String id, Instant published) {
    int share = (int) (Long.parseUnsignedLong(hash(id), 16) % SHARES);
    return published.plusMillis(longest.toMillis() * share / SHARES);
  }

  private String hash(String id) {
    return Hashing.id(salt, id).substring(0, 15);
  }

  /** Order of arrival of articles of any type. */
  public <T> Comparator<T> order(Function<T, String> id, Function<T, Instant> published) {
    return Comparator.<T, Instant>comparing(
            article -> receipt(id.apply(article), published.apply(article)))
        .thenComparing(id);
  }
}
