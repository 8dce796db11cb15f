package org.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  @Test
  void shouldBeAsCheckedInWhenMadeFromTopicsAndSchemas() throws IOException {
    // Given
    Path checkedIn = Path.of("asyncapi.json");

    // When
    String document = AsyncApi.document();
    Files.writeString(Path.of("target/asyncapi.json"), document); // to look at, and to copy

    // Then
    assertThat(document).isEqualTo(Files.readString(checkedIn));
  }
}
