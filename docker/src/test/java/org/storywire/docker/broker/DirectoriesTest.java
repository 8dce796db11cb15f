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
  private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

  @Test
  void shouldRemoveOnlyWhatNobodyUsesWhenAKilledRunLeftIt(@TempDir Path parent) throws IOException {
    // Given
    Path left = directory(parent.resolve("storywire-broker-1"), YESTERDAY);
    Files.writeString(left.resolve("meta.properties"), "version=1");
    Path fresh = directory(parent.resolve("storywire-broker-2"), Instant.now());
    Path foreign = Files.createDirectory(parent.resolve("storywire-notes-3"));

    // When
    Directories.removeLeftOver(parent, Instant.now().minus(Duration.ofHours(1)));

    // Then
    assertThat(left).doesNotExist();
    assertThat(fresh).exists();
    assertThat(foreign).exists();
  }

  @Test
  void shouldKeepADirectoryWhenItsRunGoesOn(@TempDir Path parent) throws IOException {
    // Given
    Path inUse = Directories.temporary(parent, "test");

    // When
    Directories.removeLeftOver(parent, TOMORROW);

    // Then
    assertThat(inUse).exists();
    Directories.delete(inUse);
    assertThat(inUse).doesNotExist();
  }

  @Test
  void shouldKeepADirectoryFromAnotherRunWhenItsOwnRunHasLookedAtIt(@TempDir Path parent)
      throws Exception {
    // Given
    Path inUse = Directories.temporary(parent, "test");
    Directories.removeLeftOver(parent, TOMORROW);

    // When
    int exit = anotherRun(parent);

    // Then
    assertThat(exit).isZero();
    assertThat(inUse).exists();
    Directories.delete(inUse);
  }

  private static int anotherRun(Path parent) throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Cleaner.class.getName(),
            parent.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Another run that removes what killed ones left. */
  static final class Cleaner {
    public static void main(String[] args) throws IOException {
      Directories.removeLeftOver(Path.of(args[0]), TOMORROW);
    }
  }

  private static Path directory(Path path, Instant at) throws IOException {
    Files.createDirectory(path);
    Path lock = Files.createFile(path.resolve(".storywire-temporary"));
    Files.setLastModifiedTime(lock, FileTime.from(at));
    return path;
  }
}
