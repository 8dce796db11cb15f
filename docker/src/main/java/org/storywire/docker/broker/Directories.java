package org.storywire.docker.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Temporary directories that hold a broker's or a processor's files. */
public final class Directories {

  private Directories() {}

  /**
   * Creates an empty directory that {@link #delete} is to be called for.
   *
   * @param purpose part of its name, for whoever finds it left over
   */
  public static Path temporary(String purpose) {
    try {
      return Files.createTempDirectory("storywire-" + purpose + "-");
    } catch (IOException e) {
      throw new UncheckedIOException("unable to create a temporary directory for " + purpose, e);
    }
  }

  /** Deletes a directory with all it holds; files that vanish meanwhile do not matter. */
  public static void delete(Path directory) {
    try {
      Files.walkFileTree(directory, new Deletion());
    } catch (NoSuchFileException e) {
      // Already gone, which is what was asked for.
    } catch (IOException e) {
      throw new UncheckedIOException("unable to delete " + directory, e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
