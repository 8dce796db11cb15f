package org.storywire.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.docker.replay.Replay;

/** The whole pipeline under both rebalance protocols. */
class GroupProtocolIT {

  private static final List<Path> CORPUS = List.of(Path.of("src/main/resources/sample-corpus"));
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir private Path directory;

  @Test
  void shouldGiveTheSameDigestUnderBothProtocols() throws Exception {
    // When
    String classic = digest("classic");
    String streams = digest("streams");

    // Then
    assertThat(streams).isEqualTo(classic);
  }

  private String digest(String protocol) throws Exception {
    Path out = directory.resolve(protocol);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    new Replay(LocalProcessor::new, 2, Map.of("group.protocol", protocol), PATIENCE)
        .run(CORPUS, out, nowhere);
    return Replayed.at(out).digest();
  }
}
