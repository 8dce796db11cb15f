package org.storywire.ingest.sources;

import java.util.Optional;

/**
 * A source as the topic has it.
 *
 * @param settings what an operator wants; empty if it was removed
 * @param state what its reader knows; empty if it was never asked
 */
public record KnownSource(Optional<SourceSettings> settings, Optional<SourceState> state) {

  static final KnownSource NONE = new KnownSource(Optional.empty(), Optional.empty());

  KnownSource with(SourceSettings settings) {
    return new KnownSource(Optional.ofNullable(settings), state);
  }

  KnownSource with(SourceState state) {
    return new KnownSource(settings, Optional.ofNullable(state));
  }

  boolean isNothing() {
    return settings.isEmpty() && state.isEmpty();
  }
}
