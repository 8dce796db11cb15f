package org.storywire.ingest.sources;

import java.time.Instant;
import org.storywire.ingest.poll.PollPolicy;
import org.storywire.ingest.poll.PollState;

/**
 * A source as it is to be asked.
 *
 * @param id of the source
 * @param settings what an operator wants
 * @param state what we know
 */
record Due(String id, SourceSettings settings, SourceState state) {

  static Due of(
      String id, SourceSettings settings, KnownSource source, PollPolicy policy, Instant now) {
    return new Due(
        id,
        settings,
        source
            .state()
            .orElseGet(
                () ->
                    SourceState.unasked(
                        PollState.unasked(settings.uri(), settings.policy(policy), now))));
  }

  Instant at() {
    return state.poll().due();
  }

  boolean isDue(Instant now) {
    return !state.poll().ended() && !at().isAfter(now);
  }

  String host() {
    return state.poll().address().getHost();
  }
}
