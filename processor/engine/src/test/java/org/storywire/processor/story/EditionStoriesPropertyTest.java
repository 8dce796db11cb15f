package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Kind;

class EditionStoriesPropertyTest {

  private static final StoryConfig SMALL =
      new StoryConfig(
          Duration.ofDays(3),
          Duration.ofDays(6),
          Duration.ofDays(20),
          Duration.ofHours(24),
          60,
          6,
          20);
  private static final StoryModel MODEL = StoryModel.shipped();

  /** Articles about a dozen events, with copies, revisions, late ones, over two months. */
  private static List<Arrival> stream(long seed) {
    Random random = new Random(seed);
    List<Arrival> arrivals = new ArrayList<>();
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < 150; i++) {
      at = at.plus(Duration.ofMinutes(random.nextInt(1200)));
      Instant published = random.nextInt(12) == 0 ? at.minus(Duration.ofHours(60)) : at;
      int event = random.nextInt(12);
      String body = text(random, event);
      String source = "source" + random.nextInt(5) + ".example";
      int dice = random.nextInt(10);
      String earlier = "n" + (i == 0 ? 0 : random.nextInt(i));
      boolean revises = dice == 0 && i > 0;
      boolean copies = dice == 1 && i > 0;
      Kind kind = revises ? Kind.REVISION : copies ? Kind.COPY : Kind.ORIGINAL;
      arrivals.add(
          Articles.arrival(
              revises ? earlier : "n" + i,
              source,
              published.toString(),
              kind,
              copies ? Optional.of(earlier) : Optional.empty(),
              "Accident in Town" + event + " under inquiry",
              body));
    }
    return arrivals;
  }

  private static String text(Random random, int event) {
    StringBuilder body = new StringBuilder();
    for (int sentence = 0; sentence < 6; sentence++) {
      body.append("The accident in Town").append(event).append(" hurt ");
      body.append(2 + random.nextInt(9))
          .append(" people, Warden")
          .append(event)
          .append(" Lund said");
      for (int word = 0; word < 5; word++) {
        body.append(' ').append("term").append(event).append('x').append(random.nextInt(14));
      }
      body.append(".\n");
    }
    return body.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldAnswerAlikeWhenRestartedAtAnyTime(long seed) {
    // Given
    List<Arrival> stream = stream(seed);
    MapMemory memory = new MapMemory();
    EditionStories steady = new EditionStories(SMALL, MODEL, new MapMemory());
    EditionStories restarted = new EditionStories(SMALL, MODEL, memory);
    Random restarts = new Random(seed);

    for (Arrival arrival : stream) {
      // When
      if (restarts.nextInt(4) == 0) {
        restarted = memory.restored(SMALL, MODEL);
      }
      Followed expected = steady.follow(arrival);
      Followed actual = restarted.follow(arrival);

      // Then
      assertThat(actual).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void shouldCountRevisionsWithoutGapsAndStayBounded(long seed) {
    // Given
    MapMemory memory = new MapMemory();
    EditionStories follower = new EditionStories(SMALL, MODEL, memory);
    Map<String, Long> last = new HashMap<>();

    for (Arrival arrival : stream(seed)) {
      // When
      Followed followed = follower.follow(arrival);

      // Then
      for (StoryEvent event : followed.events()) {
        assertThat(event.revision()).isEqualTo(last.getOrDefault(event.storyId(), 0L) + 1);
        last.put(event.storyId(), event.revision());
        assertThat(event.material() && event.late()).isFalse();
      }
      followed.forgotten().forEach(last::remove);
      assertThat(follower.articleCount()).isLessThanOrEqualTo(61 + 12);
      assertThat(memory.articles).hasSize(follower.articleCount());
      assertThat(memory.stories).hasSize(follower.storyCount());
      assertThat(follower.storyOf(arrival.articleId())).contains(followed.storyId());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {6})
  void shouldNotDependOnOrderOfStoriesAtRestore(long seed) {
    // Given
    List<Arrival> stream = stream(seed);
    MapMemory memory = new MapMemory();
    EditionStories follower = new EditionStories(SMALL, MODEL, memory);
    stream.subList(0, 100).forEach(follower::follow);
    EditionStories other = new EditionStories(SMALL, MODEL, new MapMemory());
    String[] ids = memory.stories.keySet().toArray(new String[0]);
    Arrays.sort(ids, java.util.Comparator.reverseOrder());

    // When
    memory.affairs.values().forEach(other::restoreAffair);
    for (String id : ids) {
      other.restoreStory(memory.stories.get(id));
    }
    memory.articles.forEach(other::restoreArticle);

    // Then
    for (Arrival arrival : stream.subList(100, 150)) {
      assertThat(other.follow(arrival)).isEqualTo(follower.follow(arrival));
    }
  }
}
