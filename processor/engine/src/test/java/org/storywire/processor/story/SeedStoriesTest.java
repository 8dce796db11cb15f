package org.storywire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tiny stream of real articles from a cold start; skipped where the articles are not at hand. */
class SeedStoriesTest {

  private final List<Path> files = new ArrayList<>();
  private final EditionStories follower =
      new EditionStories(StoryConfig.defaults(), StoryModel.shipped(), new MapMemory());

  @BeforeEach
  void findArticles() throws IOException {
    Path folder = shared().resolve("seed-corpus");
    assumeTrue(Files.isDirectory(folder), "no seed corpus in " + folder);
    try (Stream<Path> found = Files.list(folder)) {
      found.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(files::add);
    }
    assumeTrue(files.size() == 5, "expected five articles in " + folder);
  }

  private static Path shared() {
    String named = System.getProperty("storywire.shared", System.getenv("STORYWIRE_SHARED"));
    if (named != null) {
      return Path.of(named);
    }
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.isDirectory(at.resolve("shared"))) {
      at = at.getParent();
    }
    return at.resolve("shared");
  }

  private Followed follow(String id, String at, String title, String body) {
    return follower.follow(Articles.original(id, id + ".example", at, title, body));
  }

  private String text(int file) throws IOException {
    return Files.readString(files.get(file));
  }

  /** Texts without the furniture that cleaning takes away before stories are followed. */
  private static String before(String text, String furniture) {
    return text.substring(0, text.lastIndexOf(furniture));
  }

  /** Title and body of an article that file 2 carries below its own. */
  private static String[] embedded(String page, String title) {
    int from = page.lastIndexOf(title) + title.length();
    int end = page.indexOf("\n\n", from + 2);
    return new String[] {title, page.substring(from, end < 0 ? page.length() : end).strip()};
  }

  @Test
  void shouldFollowOneStoryAndKeepItsNamesakesApart() throws IOException {
    // Given
    String page = text(2);
    String main = page.substring(page.indexOf("President Trump told"), page.indexOf("Write to"));
    String[] india = embedded(page, "India welcomes progress in peace talks");
    String[] guard =
        embedded(page, "Three Republican-led states to deploy National Guard troops to US capital");
    String[] lebanon =
        embedded(
            page,
            "The Trump administration wants to end the UN peacekeeping in Lebanon; Europe is"
                + " pushing back");
    String third = text(3);
    int line = third.indexOf('\n');

    // When
    follow("a4", "2025-08-14T00:00:00Z", "", before(text(4), "Comments"));
    follow("a1", "2025-08-16T00:00:00Z", "", text(1).substring(text(1).indexOf("U.S. President")));
    follow(
        "a2",
        "2025-08-16T18:00:00Z",
        "Trump Tells Europeans He Is Open to U.S. Security Guarantees in Ukraine",
        main);
    follow("india", "2025-08-16T18:00:00Z", india[0], india[1]);
    follow("guard", "2025-08-16T18:00:00Z", guard[0], guard[1]);
    follow("lebanon", "2025-08-16T18:00:00Z", lebanon[0], lebanon[1]);
    follow("a0", "2025-08-17T00:00:00Z", "", before(text(0), "Discover the latest"));
    Followed last =
        follow("a3", "2025-08-18T00:00:00Z", third.substring(0, line), third.substring(line + 1));

    // Then
    assertThat(List.of("a0", "a1", "a2", "a3", "india"))
        .allSatisfy(id -> assertThat(follower.storyOf(id)).contains("s-a4"));
    assertThat(follower.storyOf("guard")).contains("s-guard");
    assertThat(follower.storyOf("lebanon")).contains("s-lebanon");
    assertThat(last.events().get(0).material()).isTrue();
    assertThat(last.events().get(0).news())
        .anySatisfy(item -> assertThat(item.text()).containsAnyOf("Article 5", "trilateral"));
  }
}
