package org.storywire.ingest.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.poll.PollPolicy;
import org.storywire.ingest.poll.PollState;
import org.storywire.ingest.sources.SourceIds.Part;
import org.storywire.news.Source;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import org.storywire.schemas.WireFormat;

class OwnedSourcesTest {

  private static final Instant AT = Instant.parse("2026-03-04T05:00:00Z");
  private static final SourceSettings SETTINGS =
      SourceSettings.of("https://paper.example/feed", AT);

  private final OwnedSources owned = new OwnedSources(WireFormat.SINGLE_OBJECT);

  @Test
  void shouldAskNothingWhenPartitionIsNotYetReadToItsEnd() {
    // Given
    owned.add(3, 2);
    owned.apply(settings(3, SETTINGS));
    owned.readTo(3, 1);

    // When
    List<String> before = ids();
    owned.apply(state(3, state(1)));
    owned.readTo(3, 2);

    // Then
    assertThat(before).isEmpty();
    assertThat(ids()).containsExactly(SETTINGS.sourceId());
    assertThat(owned.get(3, SETTINGS.sourceId()).state()).contains(state(1));
    assertThat(owned.restoring()).isEmpty();
  }

  @Test
  void shouldKeepOwnStateWhenItsOlderRecordComesBack() {
    // Given
    owned.add(3, 0);
    owned.readTo(3, 0);
    owned.apply(settings(3, SETTINGS));
    owned.put(3, SETTINGS.sourceId(), state(2));

    // When
    owned.apply(state(3, state(1)));

    // Then
    assertThat(owned.get(3, SETTINGS.sourceId()).state()).contains(state(2));
  }

  @Test
  void shouldKeepStateUntilItIsForgottenWhenSourceIsRemoved() {
    // Given
    owned.add(3, 0);
    owned.readTo(3, 0);
    owned.apply(settings(3, SETTINGS));
    owned.put(3, SETTINGS.sourceId(), state(2));

    // When
    owned.apply(settings(3, null));
    KnownSource removed = owned.get(3, SETTINGS.sourceId());
    owned.forget(3, SETTINGS.sourceId());

    // Then
    assertThat(removed.settings()).isEmpty();
    assertThat(removed.state()).contains(state(2));
    assertThat(ids()).isEmpty();
  }

  @Test
  void shouldTellOwnershipsApartWhenPartitionGoesAndComesBack() {
    // Given
    owned.add(3, 0);
    int first = owned.epoch(3);

    // When
    owned.remove(List.of(3));
    int between = owned.epoch(3);
    owned.add(3, 0);

    // Then
    assertThat(between).isZero();
    assertThat(owned.epoch(3)).isNotEqualTo(first);
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    owned.forEach((id, source) -> ids.add(id));
    return ids;
  }

  private static SourceState state(int failures) {
    PollState poll =
        PollState.unasked(URI.create("https://paper.example/feed"), PollPolicy.DEFAULT, AT);
    PollState failed =
        new PollState(
            poll.address(),
            poll.validators(),
            poll.hints(),
            poll.interval(),
            poll.due(),
            poll.heardAt(),
            poll.bodyAt(),
            poll.newsAt(),
            failures,
            "503",
            poll.move(),
            false);
    return SourceState.unasked(failed);
  }

  private static ConsumerRecord<String, byte[]> settings(int partition, SourceSettings settings) {
    String id = SETTINGS.sourceId();
    return record(
        partition,
        SourceIds.key(id, Part.SETTINGS),
        settings == null ? null : SourceMapper.toRecord(id, settings));
  }

  private static ConsumerRecord<String, byte[]> state(int partition, SourceState state) {
    String id = SETTINGS.sourceId();
    return record(partition, SourceIds.key(id, Part.STATE), SourceMapper.toRecord(id, state));
  }

  private static ConsumerRecord<String, byte[]> record(int partition, String key, Source value) {
    byte[] bytes =
        value == null
            ? null
            : NewsSerdes.source(WireFormat.SINGLE_OBJECT)
                .serializer()
                .serialize(NewsTopics.SOURCES, value);
    return new ConsumerRecord<>(NewsTopics.SOURCES, partition, 0, key, bytes);
  }
}
