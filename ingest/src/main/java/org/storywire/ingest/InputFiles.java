package org.storywire.ingest;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that a place holds, in name order, those of sub-directories where these stand. Links
 * inside a directory are not followed: what is read lies where the user pointed.
 */
final class InputFiles {

  private static final Logger LOG = LoggerFactory.getLogger(InputFiles.class);

  private InputFiles() {}

  /**
   * The files of a place that are read.
   *
   * @param place a file, or a directory
   * @throws NoSuchFileException if there is no such place
   * @throws FileSystemException if it is neither a file nor a directory
   */
  static List<InputFile> of(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      List<InputFile> files = new ArrayList<>();
      walk(place, "", files);
      return files;
    }
    if (!Files.exists(place)) {
      throw new NoSuchFileException(place.toString(), null, "expected a file or a directory");
    }
    if (!Files.isRegularFile(place)) {
      throw new FileSystemException(
          place.toString(), null, "is a device or a pipe, expected a file or a directory");
    }
    return List.of(InputFile.given(place));
  }

  private static void walk(Path directory, String prefix, List<InputFile> files)
      throws IOException {
    for (Path path : entries(directory)) {
      String name = prefix + path.getFileName();
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        walk(path, name + "/", files);
        continue;
      }
      InputFile file = InputFile.of(path, name);
      if (file.kind() == InputFile.Kind.OTHER) {
        LOG.info("file is not read, its name is none that is read: file={}", name);
      } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        files.add(file);
      } else {
        LOG.warn("file is not read, it is a link, a device or a pipe: file={}", name);
      }
    }
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted(Comparator.comparing(path -> path.getFileName().toString())).toList();
    }
  }
}
