package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  @Test
  void shouldHoldNoMoreThanTheLimitWhenLineIsLonger() throws IOException {
    // Given
    InputStream in = stream("x".repeat(1_000) + "\nshort\n");
    LineReader reader = new LineReader(() -> in, 8);

    // When
    LineReader.Line first = reader.next().orElseThrow();
    LineReader.Line second = reader.next().orElseThrow();

    // Then
    assertThat(first.bytes().get()).hasSize(8);
    assertThat(first.problem()).contains("line of 1000 bytes, expected at most 8");
    assertThat(new String(second.bytes().get(), StandardCharsets.UTF_8)).isEqualTo("short");
    assertThat(second.number()).isEqualTo(2);
    assertThat(reader.next()).isEmpty();
  }

  @Test
  void shouldGiveSameLinesWhenStreamComesInPieces() throws IOException {
    // Given
    Random random = new Random(9);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      lines.add("l".repeat(random.nextInt(700)));
    }
    InputStream whole = stream(String.join("\n", lines) + "\nend");
    InputStream pieces =
        new InputStream() {
          @Override
          public int read() throws IOException {
            return whole.read();
          }

          @Override
          public int read(byte[] bytes, int start, int length) throws IOException {
            return whole.read(bytes, start, Math.min(length, 1 + random.nextInt(90)));
          }
        };

    // When
    List<String> read = new ArrayList<>();
    try (LineReader reader = new LineReader(() -> pieces, 1_000)) {
      for (Optional<LineReader.Line> line = reader.next(); line.isPresent(); line = reader.next()) {
        read.add(new String(line.get().bytes().get(), StandardCharsets.UTF_8));
      }
    }

    // Then
    lines.add("end");
    assertThat(read).isEqualTo(lines);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
