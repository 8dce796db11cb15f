package org.storywire.docker.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayDiffTest {

  @TempDir private Path directory;

  @Test
  void shouldTellOfEveryKindOfChange() throws Exception {
    // Given
    Path before =
        replay(
            "before",
            "d1",
            article("a", "original", "a", "s1", "war"),
            article("b", "original", "b", "s1", "war"),
            article("c", "original", "c", "s2", "sport"),
            article("d", "original", "d", "s3", "sport"),
            article("gone", "original", "gone", "s4", "sport"));
    Path after =
        replay(
            "after",
            "d2",
            article("a", "original", "a", "s1", "war"),
            article("b", "copy", "a", "s9", "peace"),
            article("c", "original", "c", "s2", "sport"),
            article("d", "original", "d", "s2", "sport"),
            article("new", "original", "new", "s5", "sport"));

    // When
    List<String> lines = ReplayDiff.of(before, after);

    // Then
    assertThat(lines)
        .containsExactly(
            "missing  gone \"Title of gone\"",
            "added    new \"Title of new\"",
            "split    story s1 into 2: a | b",
            "merged   story s2 from 2: c | d",
            "merged   copy group a from 2: a | b",
            "verdict  b \"Title of b\": original -> copy",
            "retagged b \"Title of b\": -war (war) +peace (peace)");
  }

  @Test
  void shouldTellNothingWhenDigestsAgree() throws Exception {
    // Given
    Path before = replay("before", "d1", article("a", "original", "a", "s1", "war"));
    Path after = replay("after", "d1", article("a", "original", "a", "s1", "war"));

    // When
    List<String> lines = ReplayDiff.of(before, after);

    // Then
    assertThat(lines).isEmpty();
  }

  @Test
  void shouldSayThatSomethingElseDiffersWhenOnlyDigestsDo() throws Exception {
    // Given
    Path before = replay("before", "d1", article("a", "original", "a", "s1", "war"));
    Path after = replay("after", "d2", article("a", "original", "a", "s1", "war"));

    // When
    List<String> lines = ReplayDiff.of(before, after);

    // Then
    assertThat(lines).containsExactly("other    scores, evidence, updates or dead letters differ");
  }

  private Path replay(String name, String digest, String... lines) throws IOException {
    Path replay = Files.createDirectory(directory.resolve(name));
    Files.write(replay.resolve("articles.jsonl"), List.of(lines));
    Files.writeString(replay.resolve("summary.json"), "{\"digest\":\"" + digest + "\"}");
    return replay;
  }

  private static String article(
      String id, String verdict, String group, String story, String topic) {
    return String.format(
        "{\"id\":\"%s\",\"title\":\"Title of %s\",\"verdict\":\"%s\",\"copyGroup\":\"%s\","
            + "\"story\":\"%s\",\"topics\":[{\"code\":\"%s\",\"label\":\"%s\",\"implied\":false},"
            + "{\"code\":\"top\",\"label\":\"top\",\"implied\":true}]}",
        id, id, verdict, group, story, topic, topic);
  }
}
