package org.storywire.ingest.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.poll.PollPolicy;
import org.storywire.ingest.poll.PollState;

@DisplayName("Silent sources, all with an item an hour as usual")
class SilenceTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:00:00Z");

  private final Map<String, KnownSource> sources = new TreeMap<>();

  @Test
  void shouldNameSourceWhenItsPeersGoOn() {
    // Given
    source("quiet", "en", 9);
    source("a", "en-GB", 1);
    source("b", "en", 1);
    source("c", "EN", 2);

    // When / Then
    assertThat(Silence.of(sources, NOW)).containsExactly("quiet");
  }

  @Test
  void shouldNameNobodyWhenMostOfALanguageRest() {
    // Given
    source("a", "de", 9);
    source("b", "de", 8);
    source("c", "de-AT", 7);
    source("d", "de", 1);
    source("lively", "en", 1);

    // When / Then
    assertThat(Silence.of(sources, NOW)).isEmpty();
  }

  @Test
  void shouldNameSourceWhenPeersOfAnotherLanguageRest() {
    // Given
    source("a", "de", 9);
    source("b", "de", 8);
    source("c", "de", 7);
    source("d", "de", 6);
    source("quiet", "en", 9);
    source("x", "en", 1);
    source("y", "en", 1);
    source("z", "en", 1);

    // When / Then
    assertThat(Silence.of(sources, NOW)).containsExactly("quiet");
  }

  @Test
  void shouldJudgeSourceAloneWhenItHasFewPeers() {
    // Given
    source("quiet", "fr", 9);
    source("also", "fr", 8);

    // When / Then
    assertThat(Silence.of(sources, NOW)).containsExactlyInAnyOrder("quiet", "also");
  }

  private void source(String id, String language, int hoursSinceNews) {
    PollState unasked =
        PollState.unasked(URI.create("https://paper.example/" + id), PollPolicy.DEFAULT, NOW);
    PollState poll =
        new PollState(
            unasked.address(),
            unasked.validators(),
            unasked.hints(),
            unasked.interval(),
            unasked.due(),
            Optional.of(NOW),
            Optional.of(NOW),
            Optional.of(NOW.minus(Duration.ofHours(hoursSinceNews))),
            0,
            "200",
            Optional.empty(),
            false);
    SourceHealth health = new SourceHealth("", language, "", 100, 0, 0, 100, 0, 1);
    sources.put(
        id,
        new KnownSource(
            Optional.empty(), Optional.of(new SourceState(poll, SeenItems.NONE, health))));
  }
}
