package org.storywire.processor.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What time does to stories: idle ones close, move to the thin tier, are forgotten; beyond the
 * maximum held the least recently updated leaves first. A bounded number a call.
 */
final class Ageing {

  private static final int MOST_AT_ONCE = 200;

  private final StoryConfig config;
  private final EditionView edition;

  Ageing(StoryConfig config, EditionView edition) {
    this.config = config;
    this.edition = edition;
  }

  /** Articles older than this are late. */
  Instant lateBefore() {
    Instant clock = edition.clock();
    return clock.equals(Instant.MIN) ? clock : clock.minus(config.allowedLateness());
  }

  /** What is due at the edition's clock. */
  List<Change> due() {
    List<Change> changes = new ArrayList<>();
    close(changes);
    thin(changes);
    forget(changes);
    return changes;
  }

  private void close(List<Change> changes) {
    int closed = 0;
    for (Story story : edition.open()) {
      if (closed++ == MOST_AT_ONCE || !edition.idle(story, config.closeAfter())) {
        return;
      }
      changes.add(new Change.Close(story.id(), story.lastAt().plus(config.closeAfter())));
    }
  }

  private void thin(List<Change> changes) {
    int thinned = 0;
    for (Story story : edition.recent()) {
      if (thinned++ == MOST_AT_ONCE || !edition.idle(story, config.recentFor())) {
        return;
      }
      changes.add(new Change.Thin(story.id()));
    }
  }

  private void forget(List<Change> changes) {
    int articles = edition.articleCount();
    int forgotten = 0;
    for (Story story : edition.byIdleness()) {
      boolean crowded = articles >= config.maximumArticles();
      boolean due = crowded || edition.idle(story, config.forgetAfter());
      if (forgotten++ == MOST_AT_ONCE || !due) {
        return;
      }
      changes.add(new Change.Forget(story.id()));
      articles -= story.members().size();
    }
  }
}
