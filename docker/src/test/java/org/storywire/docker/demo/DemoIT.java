package org.storywire.docker.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.pipeline.EchoProcessor;
import picocli.CommandLine;

class DemoIT {

  @Test
  void shouldPrintALineForEachUpdateAndASummaryWhenFedAFile(@TempDir Path directory)
      throws Exception {
    // Given
    Path in =
        Files.writeString(
            directory.resolve("feed.jsonl"),
            """
            {"id":"ferry","published":"2012-03-04T08:00:00Z","source":"ledger.example","title":"Ferry runs aground","body":"The ferry ran aground at dawn."}
            {"id":"copy","published":"2012-03-05T09:30:00Z","source":"post.example","title":"Ferry aground","copyOf":"ferry","body":"The ferry ran aground at dawn."}
            no article
            """);
    StringWriter out = new StringWriter();
    CommandLine line =
        new CommandLine(new DemoCommand(EchoProcessor::new)).setOut(new PrintWriter(out, true));

    // When
    int code = line.execute(in.toString());

    // Then
    List<String> lines = out.toString().lines().toList();
    assertThat(code).isZero();
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0))
        .startsWith("2012-03-04 08:00 ferry    !OPENED   ledger.example")
        .contains("Ferry runs aground")
        .endsWith("+ All of it is new.");
    assertThat(lines.get(1)).startsWith("2012-03-05 09:30 ferry     COPY     post.example");
    assertThat(lines.get(3))
        .isEqualTo("2 articles: 1 original, 1 copy, 0 revisions, 0 unchanged; 1 dead letter");
    assertThat(lines.get(4)).startsWith("1 story; ").contains("p50 ").contains("p99 ");
    assertThat(lines.get(5)).startsWith("first story update after ");
  }
}
