package org.storywire.docker.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.storywire.docker.pipeline.Completion;
import org.storywire.docker.pipeline.Conservation;
import org.storywire.docker.pipeline.Fan;
import org.storywire.docker.pipeline.FeedThread;
import org.storywire.docker.pipeline.GroupLag;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.docker.pipeline.ResultReader;
import org.storywire.docker.replay.Recording;
import org.storywire.ingest.Delivery;

/**
 * Rounds of news through one cluster: feeds a round, reads what is committed until the conservation
 * law holds, and gives the digest of all results so far.
 */
final class Feeding implements AutoCloseable {

  private static final Duration WAIT = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * A round that was processed.
   *
   * @param digest of all results since the first round
   * @param silence longest time without any result after the trouble began
   * @param taken from the first article to the last result
   */
  record Fed(String digest, Duration silence, Duration taken) {}

  private final String bootstrapServers;
  private final Conservation conservation = new Conservation();
  private final Books books = new Books();
  private final Recording recording;
  private final ResultReader results;

  /**
   * Opens a feed.
   *
   * @param out directory for the results
   */
  Feeding(String bootstrapServers, Path out) throws IOException {
    this.bootstrapServers = bootstrapServers;
    this.recording = new Recording(out);
    this.results = ResultReader.open(bootstrapServers, Fan.of(conservation, books, recording));
  }

  /** Digests after each round in a processor of this JVM that nothing disturbs. */
  static List<String> undisturbed(List<List<Delivery>> rounds, Path out) throws IOException {
    try (LocalPipeline pipeline = LocalPipeline.start(LocalProcessor::new, 2, Map.of());
        Feeding feeding = new Feeding(pipeline.bootstrapServers(), out)) {
      List<String> digests = new ArrayList<>();
      for (List<Delivery> round : rounds) {
        digests.add(feeding.feed(round).digest());
      }
      return digests;
    }
  }

  /** Feeds a round without trouble. */
  Fed feed(List<Delivery> round) throws IOException {
    return feed(round, 0, 0, () -> {});
  }

  /**
   * Feeds a round and disturbs it when some of it has come out.
   *
   * @param rate articles a second at most; 0 for no limit
   * @param after articles of this round that have ended before the trouble begins
   */
  Fed feed(List<Delivery> round, double rate, int after, Trouble.Deed deed) throws IOException {
    long begin = System.nanoTime();
    long endedBefore = conservation.ended();
    long lastResult = begin;
    long silence = 0;
    try (FeedThread feed =
            FeedThread.start(bootstrapServers, round.stream(), rate, conservation, recording);
        GroupLag lag = new GroupLag(bootstrapServers, Cluster.GROUP);
        Trouble trouble = new Trouble(deed)) {
      Completion completion =
          new Completion(conservation, lag::records, results::caughtUp, PATIENCE, System::nanoTime);
      boolean processed = false;
      while (!processed || !trouble.over()) {
        boolean allFed = feed.ended();
        int read = results.poll(WAIT);
        if (read > 0) {
          long now = System.nanoTime();
          silence = trouble.begun() ? Math.max(silence, now - lastResult) : 0;
          lastResult = now;
        }
        if (conservation.ended() - endedBefore >= after) {
          trouble.begin();
        }
        feed.requireHealth();
        trouble.over();
        processed = completion.reached(read) && allFed;
      }
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - begin);
    return new Fed(recording.write(taken), Duration.ofNanos(silence), taken);
  }

  /** Results so far. */
  Recording recording() {
    return recording;
  }

  /** What was doubled or left out so far. */
  List<String> violations() {
    return books.violations();
  }

  @Override
  public void close() {
    results.close();
    recording.close();
  }
}
