package org.storywire.docker.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.storywire.docker.Await;
import org.storywire.docker.bench.feeds.FeedServer;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.docker.pipeline.ResultListener;
import org.storywire.docker.pipeline.ResultReader;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.ingest.sources.SourceSettings;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;

/** From an item in a feed to an update of its story. */
class LiveFeedsIT {

  private static final String BEFORE =
      "The harbour bridge of Marant closed on Tuesday after divers found cracks in two piers.";
  private static final String AFTER =
      BEFORE + " On Wednesday the city said that repairs will take six weeks.";

  private final List<StoryUpdate> updates = new ArrayList<>();

  @Test
  void shouldEmitStoryUpdatesWhenFeedHasNewsAndCorrectsIt() {
    // Given
    try (FeedServer publisher = FeedServer.open();
        LocalPipeline pipeline = LocalPipeline.start(LocalProcessor::new, 1, Map.of());
        ResultReader results = ResultReader.open(pipeline.bootstrapServers(), new Collecting());
        LiveFeeds feeds =
            LiveFeeds.start(
                pipeline.bootstrapServers(),
                List.of(source(publisher.address("/feed"))),
                local())) {
      publisher.publish("/feed", "bridge", "Marant harbour bridge closes", BEFORE);
      await("a story", results, feeds, 1);

      // When
      publisher.publish("/feed", "bridge", "Marant harbour bridge closes", AFTER);
      await("its correction", results, feeds, 2);
    }

    // Then
    assertThat(updates).extracting(StoryUpdate::getKind).contains(UpdateKind.OPENED);
    assertThat(updates).extracting(StoryUpdate::getKind).contains(UpdateKind.REVISION);
    assertThat(updates)
        .extracting(StoryUpdate::getStoryId)
        .containsOnly(updates.get(0).getStoryId());
  }

  private void await(String what, ResultReader results, LiveFeeds feeds, int count) {
    Await.until(
        what,
        () -> {
          results.poll(Duration.ofMillis(50));
          feeds.requireHealth();
          return updates.size() >= count;
        });
  }

  private static SourceSettings source(String address) {
    return new SourceSettings(
        address,
        Optional.empty(),
        SourceSettings.FullText.NEVER,
        Optional.of(Duration.ofSeconds(1)),
        Optional.of(Duration.ofSeconds(1)),
        Instant.EPOCH);
  }

  private static FetchConfig local() {
    return FetchConfig.from(
        Map.of("fetch.allow-local", "127.0.0.1", "fetch.host-interval", "PT0.01S"));
  }

  private final class Collecting implements ResultListener {
    @Override
    public void update(StoryUpdate update) {
      updates.add(update);
    }
  }
}
