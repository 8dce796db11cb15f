package org.storywire.ingest.sources;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which sources are silent: they have had nothing for much longer than usual, while their peers go
 * on. Peers are sources of one language; where most of them rest, it is night, a holiday, or our
 * own line, and none of them is named.
 */
final class Silence {

  /** Fewest sources of a language that can be asked what is usual at this hour. */
  private static final int FEWEST = 4;

  private Silence() {}

  /** The ids of silent sources. */
  static Set<String> of(Map<String, KnownSource> sources, Instant now) {
    Map<String, List<String>> byLanguage =
        sources.entrySet().stream()
            .filter(source -> source.getValue().state().filter(Silence::isRegular).isPresent())
            .collect(
                Collectors.groupingBy(
                    source -> language(source.getValue().state().orElseThrow()),
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    Set<String> silent = new HashSet<>();
    for (List<String> peers : byLanguage.values()) {
      List<String> quiet =
          peers.stream().filter(id -> isQuiet(sources.get(id).state().orElseThrow(), now)).toList();
      if (peers.size() < FEWEST || quiet.size() * 2 <= peers.size()) {
        silent.addAll(quiet);
      }
    }
    return silent;
  }

  private static boolean isQuiet(SourceState state, Instant now) {
    return state.health().isSilent(state.poll().newsAt(), now);
  }

  /** Sources that are gone or have no usual rate say nothing about the hour. */
  private static boolean isRegular(SourceState state) {
    return state.health().itemsPerHour() > 0 && !state.poll().ended();
  }

  private static String language(SourceState state) {
    return state.health().language().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }
}
