package org.storywire.processor.workbench.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleCacheTest {

  @TempDir private Path directory;

  @Test
  void shouldReadWhatTheFirstRunWrote() {
    Example written =
        new Example(
            "a1",
            "wire",
            "en",
            "Ferry runs again",
            new long[] {1, -2},
            new long[] {3},
            Set.of("a label"),
            Set.of("medtop:04000000", "medtop:09000000"),
            Set.of(),
            Set.of("medtop:04000000"),
            "Harbour Post",
            19_000,
            3);
    Path file = directory.resolve("examples.bin");
    ExampleCache.of(file, () -> List.of(written));

    List<Example> read =
        ExampleCache.of(
            file,
            () -> {
              throw new IllegalStateException("the sets must not be read twice");
            });

    assertThat(read).hasSize(1);
    Example example = read.get(0);
    assertThat(example.title()).containsExactly(1, -2);
    assertThat(example.body()).containsExactly(3);
    assertThat(example.withBody(new long[0]))
        .usingRecursiveComparison()
        .isEqualTo(written.withBody(new long[0]));
  }
}
