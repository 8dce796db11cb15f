package org.storywire.processor.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether the local state can be kept where the settings want it. */
final class StateCheck {

  /** File that Kafka Streams locks while an instance uses the directory of an application. */
  private static final String LOCK = ".lock";

  private static final long MEGABYTE = 1024 * 1024;

  private StateCheck() {}

  /**
   * Makes the directory if it is missing, and tries it.
   *
   * @param freeMegabytes least free space [MB]
   * @throws IllegalStateException if it can't be written, is nearly full or in use
   */
  static void require(Path directory, String applicationId, long freeMegabytes) {
    String named = "state.dir " + directory.toAbsolutePath();
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, "start-check-", ".tmp"));
      long free = Files.getFileStore(directory).getUsableSpace() / MEGABYTE;
      if (free < freeMegabytes) {
        throw new IllegalStateException(
            named
                + " has "
                + free
                + " MB of free disk, expected at least "
                + freeMegabytes
                + " (state.free-megabytes): make room, or set state.dir");
      }
      if (isLocked(directory.resolve(applicationId).resolve(LOCK))) {
        throw new IllegalStateException(
            named
                + " is in use by another instance of "
                + applicationId
                + ": give each instance a state.dir of its own");
      }
    } catch (FileAlreadyExistsException e) {
      throw new IllegalStateException(named + " is a file, expected a directory", e);
    } catch (AccessDeniedException e) {
      throw new IllegalStateException(
          named
              + " can't be written by the user "
              + System.getProperty("user.name")
              + ": change its owner, or set state.dir",
          e);
    } catch (IOException e) {
      throw new IllegalStateException(named + " can't be written; set state.dir", e);
    }
  }

  @SuppressWarnings("try") // The lock is released at once.
  private static boolean isLocked(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }
}
