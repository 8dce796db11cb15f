package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Kind;
import org.storywire.processor.story.member.Standing;

/**
 * Laws that hold for any sequence of changes: what is told of a story is what its articles say,
 * however they came, changed, moved and went. The other side is a model of the test's own, which
 * knows of every article only what was last said of it and where it went.
 */
class StoryBookPropertyTest {

  private static final StoryConfig SMALL =
      new StoryConfig(
          Duration.ofDays(2),
          Duration.ofDays(4),
          Duration.ofDays(9),
          Duration.ofHours(24),
          45,
          60,
          20);
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int STEPS = 220;

  private final StoryModel model = StoryModel.shipped();
  private MapMemory memory = new MapMemory();
  private EditionStories stories = new EditionStories(SMALL, model, memory);

  /** What was last said of each article. */
  private record Said(String source, Instant at, boolean copy) {}

  private final Map<String, Said> said = new HashMap<>();
  private final Map<String, StoryView> views = new HashMap<>();
  private final Map<String, Long> revisions = new HashMap<>();
  private final Set<String> eventIds = new HashSet<>();
  private final Set<String> gone = new HashSet<>();
  private final List<Followed> told = new ArrayList<>();

  /** Articles about a few events come, are copied, change, are corrected, and come back. */
  private void run(long seed, boolean restarts) {
    Random random = new Random(seed);
    Random restart = new Random(seed + 1);
    Instant now = BEGIN;
    for (int step = 0; step < STEPS; step++) {
      now = now.plus(Duration.ofMinutes(random.nextInt(600)));
      if (restarts && restart.nextInt(3) == 0) {
        stories = memory.restored(SMALL, model);
      }
      String known = "n" + random.nextInt(step + 1);
      int dice = random.nextInt(10);
      if (dice < 2 && stories.sequenceOf(known).isPresent()) {
        correct(known, "n" + random.nextInt(step + 1), random.nextBoolean(), now);
      } else {
        boolean again = dice < 5 && step > 0;
        follow(again ? known : "n" + step, random, now);
      }
      check();
    }
  }

  private void correct(String id, String parent, boolean copy, Instant now) {
    Standing standing =
        Standing.of(copy && !parent.equals(id) ? Optional.of(parent) : Optional.empty());
    Said before = said.get(id);
    said.put(id, new Said(before.source(), before.at(), standing.copy()));
    Followed followed = stories.correct(id, standing, now);
    take(followed);
    StoryEvent event = followed.events().get(0);
    assertThat(event.kind() == StoryEvent.Kind.CORRECTED)
        .isEqualTo(before.copy() != standing.copy());
  }

  private void follow(String id, Random random, Instant now) {
    boolean held = stories.sequenceOf(id).isPresent();
    boolean late = random.nextInt(12) == 0;
    Instant at = late ? now.minus(Duration.ofHours(60)) : now;
    boolean copies = random.nextInt(4) == 0;
    Optional<String> parent = copies ? Optional.of("n" + random.nextInt(40)) : Optional.empty();
    Kind kind = held ? Kind.REVISION : copies ? Kind.COPY : Kind.ORIGINAL;
    String source = "source" + random.nextInt(5) + ".example";
    int event = random.nextInt(7);
    said.put(id, new Said(source, at, copies));
    take(
        stories.follow(
            Articles.arrival(
                id,
                source,
                at.toString(),
                kind,
                parent,
                "Accident in Town" + event + " under inquiry",
                text(random, event))));
  }

  private static String text(Random random, int event) {
    StringBuilder body = new StringBuilder();
    for (int sentence = 0; sentence < 5; sentence++) {
      body.append("The accident in Town").append(event).append(" hurt ");
      body.append(2 + random.nextInt(9)).append(" people, Warden").append(event);
      body.append(" Lund said");
      for (int word = 0; word < 5; word++) {
        body.append(" term").append(event).append('x').append(random.nextInt(14));
      }
      body.append(".\n");
    }
    return body.toString();
  }

  private void take(Followed followed) {
    told.add(followed);
    for (StoryEvent event : followed.events()) {
      assertThat(gone).doesNotContain(event.storyId());
      assertThat(event.revision()).isEqualTo(revisions.getOrDefault(event.storyId(), 0L) + 1);
      assertThat(eventIds.add(event.storyId() + "/" + event.revision())).isTrue();
      revisions.put(event.storyId(), event.revision());
    }
    followed.views().forEach(view -> views.put(view.storyId(), view));
    followed.forgotten().forEach(views::remove);
    gone.addAll(followed.forgotten());
  }

  /** No story lets articles go here, so every view lists all its articles. */
  private void check() {
    for (StoryView view : views.values()) {
      if (view.state() == StoryView.State.MERGED) {
        continue;
      }
      List<Said> members = view.articleIds().stream().map(said::get).toList();
      long copies = members.stream().filter(Said::copy).count();
      List<String> sources =
          members.stream()
              .filter(one -> !one.copy())
              .map(Said::source)
              .distinct()
              .sorted()
              .toList();
      assertThat(view.articles()).isEqualTo(members.size());
      assertThat(view.copies()).isEqualTo((int) copies);
      assertThat(view.sources()).isEqualTo(sources);
      assertThat(view.independent()).isEqualTo(sources.size());
      assertThat(view.firstAt())
          .isEqualTo(members.stream().map(Said::at).min(Instant::compareTo).orElseThrow());
      assertThat(view.lastAt())
          .isEqualTo(members.stream().map(Said::at).max(Instant::compareTo).orElseThrow());
      assertThat(view.articleIds())
          .allSatisfy(id -> assertThat(stories.storyOf(id)).contains(view.storyId()));
    }
    assertThat(memory.articles).hasSize(stories.articleCount());
    assertThat(memory.stories).hasSize(stories.storyCount());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shouldTellWhatTheArticlesSayAfterAnySequenceOfChanges(long seed) {
    // When
    run(seed, false);

    // Then: checked after every step, and the sequence met what it is about
    assertThat(told)
        .flatExtracting(Followed::events)
        .extracting(StoryEvent::kind)
        .contains(
            StoryEvent.Kind.COVERAGE,
            StoryEvent.Kind.COPY,
            StoryEvent.Kind.REVISION,
            StoryEvent.Kind.CORRECTED,
            StoryEvent.Kind.CLOSED,
            StoryEvent.Kind.REOPENED);
    assertThat(gone).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldTellTheSameWhenRestartedAnywhereInAnySequenceOfChanges(long seed) {
    // Given
    run(seed, false);
    List<Followed> steady = List.copyOf(told);
    StoryBookPropertyTest other = new StoryBookPropertyTest();

    // When
    other.run(seed, true);

    // Then
    assertThat(other.told).isEqualTo(steady);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldKeepCountsOfArticlesThatAStoryLetGo(long seed) {
    // Given
    StoryConfig four =
        new StoryConfig(
            Duration.ofDays(14),
            Duration.ofDays(60),
            Duration.ofDays(365),
            Duration.ofHours(24),
            1000,
            4,
            20);
    stories = new EditionStories(four, model, memory);
    Random random = new Random(seed);
    Set<String> sources = new HashSet<>();

    // When
    Followed last = null;
    for (int i = 0; i < 25; i++) {
      String source = "source" + random.nextInt(9) + ".example";
      sources.add(source);
      Optional<String> parent = i == 0 ? Optional.empty() : Optional.of("n" + (i - 1));
      String at = BEGIN.plus(Duration.ofHours(i)).toString();
      last = stories.follow(Articles.original("n" + i, source, at, "Accident", text(random, 1)));
      if (i % 5 == 4) {
        at = BEGIN.plus(Duration.ofHours(i)).plusSeconds(60).toString();
        Arrival copy =
            Articles.arrival(
                "c" + i, "copy.example", at, Kind.COPY, parent, "Copied", text(random, 1));
        last = stories.follow(copy);
      }
    }

    // Then
    StoryView view = last.views().get(0);
    assertThat(view.articleIds()).hasSize(4);
    assertThat(view.articles()).isEqualTo(30);
    assertThat(view.copies()).isEqualTo(5);
    assertThat(view.independent()).isEqualTo(sources.size());
  }
}
