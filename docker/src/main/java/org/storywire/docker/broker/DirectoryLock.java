package org.storywire.docker.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.common.KafkaException;

/**
 * Keeps a second broker away from a directory. Kafka has such a lock too, but takes it after the
 * metadata log was opened, when the first broker is already damaged.
 */
final class DirectoryLock implements AutoCloseable {

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, which ends at the latest with this JVM.
   *
   * @throws KafkaException if another broker has it
   */
  @SuppressWarnings("try") // The lock is held by the channel and released with it.
  static DirectoryLock take(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(".storywire-lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new DirectoryLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Another broker of this JVM has it: the same answer as for another process.
    }
    channel.close();
    throw new KafkaException("another broker is running in this directory");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
