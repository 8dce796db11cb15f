package org.storywire.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a directory that are to be fed, as they come. A file is ready when its size and time
 * are the same at two looks; one that was changed is ready again. What was fed stands in a file of
 * the directory, so that a restart goes on: a file whose feeding was broken off is fed once more,
 * with the same event ids. Not thread-safe.
 */
final class WatchedFiles {

  /** Where the directory's fed files stand, one a line: size, time and name, tabs between. */
  static final String MEMORY = ".storywire-fed";

  /** Files of one round; the others have their turn in the next. */
  private static final int MOST_AT_ONCE = 1_000;

  /** What tells a version of a file from another. */
  private record Print(long bytes, long millis) {}

  private final Path directory;
  private final Map<String, Print> fed = new TreeMap<>();
  private Map<String, Print> before = Map.of();

  /**
   * Watches a directory.
   *
   * @throws IOException if it can't be read
   */
  WatchedFiles(Path directory) throws IOException {
    this.directory = directory;
    Path memory = directory.resolve(MEMORY);
    if (Files.exists(memory)) {
      for (String line : Files.readAllLines(memory)) {
        String[] parts = line.split("\t", 3);
        fed.put(parts[2], new Print(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
      }
    }
  }

  /** The files that are ready, in name order. */
  List<InputFile> ready() throws IOException {
    Map<String, Print> now = look();
    List<InputFile> ready = new ArrayList<>();
    now.forEach(
        (name, print) -> {
          boolean whole = print.equals(before.get(name));
          if (whole && !print.equals(fed.get(name)) && ready.size() < MOST_AT_ONCE) {
            ready.add(InputFile.of(directory.resolve(name), name));
          }
        });
    before = now;
    return ready;
  }

  /** Remembers files that were ready and are fed, and forgets those that are gone. */
  void remember(List<InputFile> files) throws IOException {
    files.forEach(file -> fed.put(file.name(), before.get(file.name())));
    fed.keySet().retainAll(before.keySet());
    List<String> lines = new ArrayList<>();
    fed.forEach((name, print) -> lines.add(print.bytes + "\t" + print.millis + "\t" + name));
    Path next = directory.resolve(MEMORY + ".new");
    Files.write(next, lines);
    Files.move(next, directory.resolve(MEMORY), StandardCopyOption.REPLACE_EXISTING);
  }

  private Map<String, Print> look() throws IOException {
    Map<String, Print> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        String name = directory.relativize(path).toString();
        boolean read =
            Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && InputFile.of(path, name).kind() != InputFile.Kind.OTHER
                && name.chars().noneMatch(Character::isISOControl);
        if (read) {
          try {
            long millis = Files.getLastModifiedTime(path).toMillis();
            found.put(name, new Print(Files.size(path), millis));
          } catch (NoSuchFileException e) {
            // It went while we looked.
          }
        }
      }
    }
    return found;
  }
}
