package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storywire.processor.streams.Pages.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.storywire.news.Story;
import org.storywire.news.StoryState;
import org.storywire.news.StoryUpdate;
import org.storywire.news.UpdateKind;

/** The last record of a story's key says what its last update said. */
class CompactedStoriesTest extends TopologyTest {

  @Test
  void shouldStandAsClosedWhenTheLastUpdateClosedIt() {
    // Given: two stories, one of which goes on
    feed(page("ledger.example", "1", "2026-03-02T09:00:00Z", "Bridge shut", Pages.BRIDGE));
    feed(page("post.example", "2", "2026-03-02T10:00:00Z", "Bridge shut", Pages.BRIDGE));
    feed(page("herald.example", "3", "2026-03-03T09:00:00Z", "Repairs", Pages.BRIDGE_FOLLOW_UP));

    // When: weeks pass in the edition
    feed(page("ledger.example", "4", "2026-04-20T09:00:00Z", "Sarrin votes", Pages.ELECTION));

    // Then
    List<StoryUpdate> all = updates.readValuesToList();
    Map<String, StoryUpdate> last = new HashMap<>();
    all.forEach(update -> last.put(update.getStoryId(), update));
    Map<String, Story> records = stories.readKeyValuesToMap();
    assertThat(states(records)).containsValues(StoryState.CLOSED, StoryState.OPEN);
    assertThat(last)
        .hasSameSizeAs(records)
        .allSatisfy(
            (storyId, update) -> {
              Story record = records.get(storyId);
              assertThat(record.getRevision()).isEqualTo(update.getRevision());
              assertThat(record.getState() == StoryState.CLOSED)
                  .isEqualTo(update.getKind() == UpdateKind.CLOSED);
            });
  }

  private static Map<String, StoryState> states(Map<String, Story> records) {
    return records.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getState()));
  }
}
