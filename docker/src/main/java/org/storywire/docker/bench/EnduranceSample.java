package org.storywire.docker.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * What a long run holds at one moment.
 *
 * @param at since its beginning
 * @param processed articles that are through
 * @param memory resident memory of the processor [bytes]; 0 where the system does not tell, or
 *     while it starts
 * @param stores state directory of the processor [bytes]
 * @param changelogs topics that the stores are restored from [bytes]
 */
record EnduranceSample(Duration at, long processed, long memory, long stores, long changelogs) {

  private static final double MIB = 1 << 20;

  static EnduranceSample take(Duration at, long processed, Admin admin, KilledProcessor processor) {
    return new EnduranceSample(
        at, processed, resident(processor.pid()), size(processor.state()), changelogs(admin));
  }

  private static long resident(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // not Linux, or killed this moment
    }
  }

  private static long size(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0; // files come and go; the next sample sees them
    }
  }

  private static long changelogs(Admin admin) {
    try {
      return admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
          .flatMap(broker -> broker.values().stream())
          .flatMap(log -> log.replicaInfos().entrySet().stream())
          .filter(replica -> replica.getKey().topic().endsWith("-changelog"))
          .mapToLong(replica -> replica.getValue().size())
          .sum();
    } catch (ExecutionException e) {
      throw new KafkaException("unable to read sizes of topics: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while reading sizes of topics", e);
    }
  }

  /** All of them as a table with a header. */
  static String csv(List<EnduranceSample> samples) {
    return samples.stream()
        .map(
            sample ->
                "%d,%d,%d,%d,%d\n"
                    .formatted(
                        sample.at.toSeconds(),
                        sample.processed,
                        sample.memory,
                        sample.stores,
                        sample.changelogs))
        .collect(
            Collectors.joining(
                "", "seconds,articles,memory_bytes,store_bytes,changelog_bytes\n", ""));
  }

  /** For people. */
  String line() {
    return String.format(
        Locale.ROOT,
        "after %d s: memory %.0f MiB, stores %.0f MiB, changelogs %.0f MiB",
        at.toSeconds(),
        memory / MIB,
        stores / MIB,
        changelogs / MIB);
  }
}
