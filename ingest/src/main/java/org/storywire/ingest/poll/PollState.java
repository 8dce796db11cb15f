package org.storywire.ingest.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What we know of a source, as far as the next request depends on it.
 *
 * @param address where it is asked for
 * @param validators of the last body
 * @param hints of the last body
 * @param interval that its news call for
 * @param due when it is asked next
 * @param heardAt when it last answered as it should
 * @param bodyAt when it last sent a body
 * @param newsAt when it last had something new
 * @param failures failures in a row [0..]
 * @param lastAnswer the last answer in one line
 * @param move a permanent redirect that is not yet believed
 * @param ended whether it is gone for good
 */
public record PollState(
    URI address,
    Validators validators,
    FeedHints hints,
    Duration interval,
    Instant due,
    Optional<Instant> heardAt,
    Optional<Instant> bodyAt,
    Optional<Instant> newsAt,
    int failures,
    String lastAnswer,
    Optional<Move> move,
    boolean ended) {

  /**
   * A permanent redirect that is not yet believed.
   *
   * @param to where it leads
   * @param since when it was first seen
   */
  public record Move(URI to, Instant since) {}

  /** A source that was never asked. */
  public static PollState unasked(URI address, PollPolicy policy, Instant now) {
    return new PollState(
        address,
        Validators.NONE,
        FeedHints.NONE,
        policy.first(),
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        "",
        Optional.empty(),
        false);
  }

  /**
   * The validators to ask with: none when the publisher has said "not modified" for so long that we
   * want to see for ourselves.
   */
  public Validators validatorsAt(Instant now, PollPolicy policy) {
    boolean trusted = bodyAt.filter(at -> now.isBefore(at.plus(policy.bodyAfter()))).isPresent();
    return trusted ? validators : Validators.NONE;
  }

  /** The same, not asked now for a reason of ours, and due after another interval. */
  public PollState later(Instant now, String reason) {
    return new PollState(
        address,
        validators,
        hints,
        interval,
        now.plus(interval),
        heardAt,
        bodyAt,
        newsAt,
        failures,
        reason,
        move,
        ended);
  }
}
