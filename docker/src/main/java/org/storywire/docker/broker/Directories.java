package org.storywire.docker.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Temporary directories that hold a broker's or a processor's files. Each is locked by its JVM;
 * what a killed one left is removed when the next is created.
 */
public final class Directories {

  private static final Logger LOG = LoggerFactory.getLogger(Directories.class);
  private static final String PREFIX = "storywire-";
  private static final String LOCK = ".storywire-temporary";

  /** A directory that is younger may not be locked yet. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private static final Map<Path, FileChannel> LOCKED = new ConcurrentHashMap<>();

  private Directories() {}

  /**
   * Creates an empty directory that {@link #delete} is to be called for.
   *
   * @param purpose part of its name, for whoever finds it left over
   */
  public static Path temporary(String purpose) {
    return temporary(Path.of(System.getProperty("java.io.tmpdir")), purpose);
  }

  static Path temporary(Path parent, String purpose) {
    try {
      Path directory = Files.createTempDirectory(parent.toAbsolutePath(), PREFIX + purpose + "-");
      removeLeftOver(directory.getParent(), Instant.now().minus(YOUNG));
      lock(directory).ifPresent(channel -> LOCKED.put(directory, channel));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException("unable to create a temporary directory for " + purpose, e);
    }
  }

  /**
   * Deletes temporary directories whose JVM has ended without doing so.
   *
   * @param old only what was made before is looked at
   */
  static void removeLeftOver(Path parent, Instant old) throws IOException {
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent, PREFIX + "*-*")) {
      for (Path directory : directories) {
        // A file that this JVM has locked is not opened again: on POSIX systems closing it would
        // unlock it.
        if (LOCKED.containsKey(directory)) {
          continue;
        }
        Path file = directory.resolve(LOCK);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Optional<FileChannel> lock = lock(directory);
          if (lock.isPresent()) {
            LOG.info("removing what a killed run left: {}", directory);
            delete(directory);
            lock.get().close();
          }
        }
      }
    } catch (AccessDeniedException | NoSuchFileException e) {
      LOG.debug("left for its owner to remove: {}", e.getFile());
    }
  }

  /** Locks a temporary directory; empty if a running JVM has done so. */
  @SuppressWarnings("try") // The lock is held by the channel and released with it.
  private static Optional<FileChannel> lock(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Another part of this JVM has it.
    }
    channel.close();
    return Optional.empty();
  }

  private static void release(Path directory) throws IOException {
    FileChannel channel = LOCKED.remove(directory);
    if (channel != null) {
      channel.close();
    }
  }

  /** Deletes a directory with all it holds; files that vanish meanwhile do not matter. */
  public static void delete(Path directory) {
    try {
      Files.walkFileTree(directory, new Deletion());
      release(directory);
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
