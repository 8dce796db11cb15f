package org.storywire.processor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.storywire.schemas.NewsTopics;

/** What the READMEs name exists, and what exists is named. */
class ReadmeTest {

  private static final Path FIRST = Path.of("../../README.md");
  private static final Path PROCESSOR = Path.of("../README.md");

  @Test
  void shouldListEverySettingWithItsDefaultAndNoOther() throws IOException {
    // Given
    List<String> wanted =
        Arrays.stream(Setting.values())
            .map(s -> "| `" + s.key() + "` | `" + s.defaultValue() + "` | " + s.meaning() + " |")
            .toList();

    // When
    List<String> rows =
        Files.readAllLines(PROCESSOR).stream()
            .filter(Pattern.compile("^\\| `[a-z.-]+\\.[a-z.-]+` \\| `[^`]+` \\|").asPredicate())
            .toList();

    // Then
    assertThat(rows).containsExactlyElementsOf(wanted);
  }

  @Test
  void shouldNameEveryTopic() throws IOException {
    assertThat(Files.readString(FIRST)).contains(NewsTopics.ALL);
  }
}
