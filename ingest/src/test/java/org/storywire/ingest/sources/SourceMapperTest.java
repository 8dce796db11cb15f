package org.storywire.ingest.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.poll.FeedHints;
import org.storywire.ingest.poll.PollPolicy;
import org.storywire.ingest.poll.PollState;
import org.storywire.ingest.poll.Validators;

class SourceMapperTest {

  private static final Instant AT = Instant.parse("2026-03-04T05:06:07.008Z");
  private static final URI ADDRESS = URI.create("https://paper.example/feed");

  @Test
  void shouldBeTheSameWhenStateIsReadBack() {
    // Given
    SourceState state =
        new SourceState(
            new PollState(
                ADDRESS,
                new Validators(Optional.of("W/\"\u00e4\""), Optional.of("Wed, 04 Mar 2026")),
                new FeedHints(Duration.ofHours(1), Set.of(0, 23), Set.of(DayOfWeek.SUNDAY)),
                Duration.ofSeconds(450),
                AT,
                Optional.of(AT.minusSeconds(1)),
                Optional.of(AT.minusSeconds(2)),
                Optional.of(AT.minusSeconds(3)),
                4,
                "503",
                Optional.of(new PollState.Move(URI.create("https://paper.example/new"), AT)),
                true),
            new SeenItems(List.of(new SeenItems.Seen(1, -2, Long.MIN_VALUE))),
            new SourceHealth("Paper", "en", "allowed", 9, 8, 7, 6, 5, 0.5));

    // When / Then
    assertThat(SourceMapper.toState(SourceMapper.toRecord("s1", state).getState()))
        .isEqualTo(state);
  }

  @Test
  void shouldBeTheSameWhenUnaskedStateOrSettingsAreReadBack() {
    // Given
    SourceState unasked = SourceState.unasked(PollState.unasked(ADDRESS, PollPolicy.DEFAULT, AT));
    SourceSettings bare = SourceSettings.of(ADDRESS.toString(), AT);
    SourceSettings full =
        new SourceSettings(
            ADDRESS.toString(),
            Optional.of("Paper"),
            SourceSettings.FullText.ALWAYS,
            Optional.of(Duration.ofMinutes(2)),
            Optional.of(Duration.ofHours(2)),
            AT);

    // When / Then
    assertThat(SourceMapper.toState(SourceMapper.toRecord("s1", unasked).getState()))
        .isEqualTo(unasked);
    assertThat(SourceMapper.toSettings(SourceMapper.toRecord("s1", bare).getSettings()))
        .isEqualTo(bare);
    assertThat(SourceMapper.toSettings(SourceMapper.toRecord("s1", full).getSettings()))
        .isEqualTo(full);
  }
}
