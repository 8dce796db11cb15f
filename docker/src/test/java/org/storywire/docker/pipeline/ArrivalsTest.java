package org.storywire.docker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.ingest.Delivery;

class ArrivalsTest {

  private static final String FEED =
      """
      {"id":"undated","source":"gazette.example","title":"Harbour","body":"The harbour reopened."}
      {"id":"received","received":"2012-03-04T08:30:00Z","source":"gazette.example","body":"Fog at sea."}
      {"id":"third","published":"2012-03-05T08:00:00Z","source":"ledger.example","body":"A ferry ran aground."}
      not an article
      {"id":"again","source":"ledger.example","body":"The ferry is afloat."}
      {"id":"first","published":"2012-03-04T08:00:00Z","source":"post.example","body":"A storm is near."}
      {"id":"late","published":"2012-03-02T00:00:00Z","received":"2012-03-09T00:00:00Z","source":"post.example","body":"An old minute turned up."}
      """;

  @TempDir private Path directory;

  private static List<String> ids(Arrivals arrivals) {
    try (Stream<Delivery> stream = arrivals.stream()) {
      return stream
          .map(
              delivery ->
                  delivery instanceof Delivery.Found found
                      ? found.article().getNativeId()
                      : "bad line " + ((Delivery.Bad) delivery).line())
          .toList();
    }
  }

  @Test
  void shouldOrderByArrivalWhenTheFeedBeginsUndated() throws Exception {
    // Given
    Path file = Files.writeString(directory.resolve("feed.jsonl"), FEED);

    // When
    try (Arrivals arrivals = Arrivals.read(List.of(file))) {

      // Then
      assertThat(ids(arrivals))
          .containsExactly("bad line 4", "first", "received", "undated", "third", "again", "late");
      assertThat(arrivals.size()).isEqualTo(7);
    }
  }

  @Test
  void shouldGiveTheSameDeliveriesWhenTheFeedDoesNotFitIntoMemory() throws Exception {
    // Given
    Path file = Files.writeString(directory.resolve("feed.jsonl"), FEED);
    List<Delivery> inMemory = Arrivals.of(List.of(file));

    // When
    try (Arrivals arrivals = Arrivals.read(List.of(file), 0);
        Stream<Delivery> spilled = arrivals.stream()) {

      // Then
      assertThat(spilled.toList()).isEqualTo(inMemory);
    }
  }
}
