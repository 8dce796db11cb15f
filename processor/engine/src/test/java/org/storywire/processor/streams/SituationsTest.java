package org.storywire.processor.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Situations that users of systems like ours report, each a folder of {@code situations}: {@code
 * in.jsonl} is what is fed, {@code situation.json} says what must hold (see {@link
 * SituationChecks}). The next report becomes a folder. {@code -Dsituations=DIR} tries those of
 * another directory, one by name {@code -Dsituation=NAME}.
 */
class SituationsTest {

  @TestFactory
  Stream<DynamicTest> shouldHoldWhatEachSituationDemands() throws IOException, URISyntaxException {
    Path all =
        System.getProperty("situations") != null
            ? Path.of(System.getProperty("situations"))
            : Path.of(
                Objects.requireNonNull(SituationsTest.class.getResource("/situations")).toURI());
    String one = System.getProperty("situation", "");
    List<Path> folders;
    try (Stream<Path> children = Files.list(all)) {
      folders =
          children
              .filter(folder -> Files.exists(folder.resolve("situation.json")))
              .filter(folder -> one.isEmpty() || folder.endsWith(one))
              .sorted()
              .toList();
    }
    assertThat(folders).as("situations in " + all).isNotEmpty();
    return folders.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    () -> {
                      // Given
                      Situation situation = Situation.read(folder);

                      // When
                      SituationOutcome outcome = situation.run();

                      // Then
                      assertThat(new SituationChecks(outcome).failures(situation.checks()))
                          .as(situation.what())
                          .isEmpty();
                    }));
  }
}
