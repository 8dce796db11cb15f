package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFilesTest {

  @TempDir private Path directory;

  @Test
  void shouldWaitUntilFileIsWhole() throws IOException {
    // Given
    WatchedFiles watched = new WatchedFiles(directory);
    write("a.txt", "One");
    List<String> first = names(watched.ready());
    write("a.txt", "One and more");

    // When
    List<String> growing = names(watched.ready());
    List<String> whole = names(watched.ready());

    // Then
    assertThat(first).isEmpty();
    assertThat(growing).isEmpty();
    assertThat(whole).containsExactly("a.txt");
  }

  @Test
  void shouldLeaveOutWhatIsNotReadAndFindFilesOfSubdirectories() throws IOException {
    // Given
    Files.createDirectory(directory.resolve("wire"));
    write("wire/b.xml", "<nitf/>");
    write("notes.doc", "No");
    write(".hidden.txt", "No");
    WatchedFiles watched = new WatchedFiles(directory);
    watched.ready();

    // When
    List<String> ready = names(watched.ready());

    // Then
    assertThat(ready).containsExactly("wire/b.xml");
  }

  @Test
  void shouldFeedOnlyNewAndChangedFilesWhenItIsStartedAgain() throws IOException {
    // Given
    write("a.txt", "One");
    write("b.txt", "Two");
    feed(new WatchedFiles(directory));
    write("b.txt", "Two, changed");
    write("c.txt", "Three");

    // When
    List<String> fed = feed(new WatchedFiles(directory));

    // Then
    assertThat(fed).containsExactly("b.txt", "c.txt");
  }

  @Test
  void shouldFeedAgainWhenFeedingWasBrokenOff() throws IOException {
    // Given
    write("a.txt", "One");
    WatchedFiles broken = new WatchedFiles(directory);
    broken.ready();
    broken.ready();

    // When
    List<String> fed = feed(new WatchedFiles(directory));

    // Then
    assertThat(fed).containsExactly("a.txt");
  }

  @Test
  void shouldForgetFilesThatAreGone() throws IOException {
    // Given
    write("a.txt", "One");
    feed(new WatchedFiles(directory));
    Files.delete(directory.resolve("a.txt"));
    write("b.txt", "Two");

    // When
    feed(new WatchedFiles(directory));

    // Then
    assertThat(Files.readString(directory.resolve(WatchedFiles.MEMORY))).doesNotContain("a.txt");
  }

  private static List<String> feed(WatchedFiles watched) throws IOException {
    watched.ready();
    List<InputFile> ready = watched.ready();
    watched.remember(ready);
    return names(ready);
  }

  private static List<String> names(List<InputFile> files) {
    return files.stream().map(InputFile::name).toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
