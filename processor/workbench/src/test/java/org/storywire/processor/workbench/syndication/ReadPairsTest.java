package org.storywire.processor.workbench.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storywire.processor.workbench.Corpus;

class ReadPairsTest {

  private static final String READ_RIGHT = "ecb-8_1ecb";
  private static final String READ_RIGHT_TOO = "ecb-8_2ecb";

  private static Corpus.Line line(String id, String source) {
    return new Corpus.Line(id, source, Corpus.UNDATED, "", "", NullNode.getInstance());
  }

  @Test
  void shouldCountPairsOfOneGroupByWhatTheirReaderSaid() {
    // Given
    List<Corpus.Line> lines =
        List.of(line(READ_RIGHT, "north"), line(READ_RIGHT_TOO, "south"), line("unread", "west"));
    Map<String, String> group = Map.of(READ_RIGHT, "g", READ_RIGHT_TOO, "g", "unread", "g");

    // When
    String report = new ReadPairs(List.of()).report(lines, group);

    // Then
    assertThat(report)
        .contains("{not read=2, right=1, taken=0, wrong=0}")
        .contains("precision 1.00, 1.00 if taken is wrong");
  }

  @Test
  void shouldLeaveOutLabelledPairsAndThoseOfOneSource() {
    // Given
    List<Corpus.Line> lines =
        List.of(line(READ_RIGHT, "north"), line(READ_RIGHT_TOO, "south"), line("c", "south"));
    Map<String, String> label = Map.of("a", READ_RIGHT, "b", READ_RIGHT_TOO, "label", "1");
    Map<String, String> group = Map.of(READ_RIGHT, "g", READ_RIGHT_TOO, "g", "c", "g");

    // When
    String report = new ReadPairs(List.of(label)).report(lines, group);

    // Then
    assertThat(report).contains("{not read=1, right=0, taken=0, wrong=0}");
  }
}
