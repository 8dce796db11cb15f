package org.storywire.docker.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {

  private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

  @Test
  void shouldRemoveOnlyWhatNobodyUsesWhenAKilledRunLeftIt(@TempDir Path parent) throws IOException {
    // Given
    Path left = directory(parent.resolve("storywire-broker-1"), YESTERDAY);
    Files.writeString(left.resolve("meta.properties"), "version=1");
    Path fresh = directory(parent.resolve("storywire-broker-2"), Instant.now());
    Path foreign = Files.createDirectory(parent.resolve("storywire-notes-3"));

    // When
    Directories.removeLeftOver(parent);

    // Then
    assertThat(left).doesNotExist();
    assertThat(fresh).exists();
    assertThat(foreign).exists();
  }

  @Test
  void shouldKeepADirectoryWhenItsRunGoesOn() throws IOException {
    // Given
    Path inUse = Directories.temporary("test");
    Files.setLastModifiedTime(inUse.resolve(".storywire-temporary"), FileTime.from(YESTERDAY));

    // When
    Directories.removeLeftOver(inUse.getParent());

    // Then
    assertThat(inUse).exists();
    Directories.delete(inUse);
    assertThat(inUse).doesNotExist();
  }

  private static Path directory(Path path, Instant at) throws IOException {
    Files.createDirectory(path);
    Path lock = Files.createFile(path.resolve(".storywire-temporary"));
    Files.setLastModifiedTime(lock, FileTime.from(at));
    return path;
  }
}
