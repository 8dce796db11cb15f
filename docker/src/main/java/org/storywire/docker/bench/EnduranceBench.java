package org.storywire.docker.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.storywire.docker.broker.Directories;
import org.storywire.docker.pipeline.GroupLag;
import org.storywire.docker.terminal.Logging;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.RawArticleProducer;
import org.storywire.ingest.SendObserver;
import org.storywire.schemas.TopicAdmin;
import org.storywire.schemas.TopicDefinitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A long run under trouble: the corpus again and again, other words each time, while the processor
 * is killed at a fixed interval and started anew. Says whether every article ended exactly once,
 * and draws memory, stores and changelogs over time.
 */
@Command(
    name = "endurance",
    description = {
      "Memory, stores and changelogs over a long run, with the processor killed again and again.",
      "Broker and processor are processes of their own.",
      "Writes endurance.csv, endurance.svg and processor.log."
    })
public final class EnduranceBench implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final long LOOK_AGAIN_NANOS = 1_000_000_000;

  /** Articles sent between two looks at how far the processor is. */
  private static final int BATCH = 500;

  /** The feeder waits while more records than this are to be processed. */
  private static final long MOST_AHEAD = 5_000;

  @Spec private CommandSpec spec;

  @Mixin private CorpusOption corpusOption;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the table and the plot go.")
  private Path out;

  @Option(
      names = "--articles",
      defaultValue = "500000",
      paramLabel = "N",
      description = "Articles in all (default: ${DEFAULT-VALUE}).")
  private int articles;

  @Option(
      names = "--kill-every",
      defaultValue = "PT1M",
      paramLabel = "DURATION",
      description = "Time between two kills of the processor (default: ${DEFAULT-VALUE}).")
  private Duration killEvery;

  @Option(
      names = "--heap",
      defaultValue = "2g",
      paramLabel = "SIZE",
      description = "Heap of the processor (default: ${DEFAULT-VALUE}).")
  private String heap;

  private final List<EnduranceSample> samples = new ArrayList<>();
  private long begin;
  private long sent;

  @Override
  public Integer call() throws IOException {
    Logging.tellTroubleOnly();
    Files.createDirectories(out);
    List<Delivery> corpus = corpusOption.read();
    int passes = (articles + corpus.size() - 1) / Math.max(1, corpus.size());
    Path state = Directories.temporary("bench-state");
    try (BrokerProcess broker = BrokerProcess.start();
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        GroupLag lag = new GroupLag(broker.bootstrapServers(), KilledProcessor.APPLICATION)) {
      new TopicAdmin(admin).ensure(TopicDefinitions.unexpiring(1));
      IngestConfig config =
          IngestConfig.from(Map.of(IngestConfig.BOOTSTRAP_SERVER, broker.bootstrapServers()));
      try (KilledProcessor processor =
              KilledProcessor.start(
                  broker.bootstrapServers(), state, out.resolve("processor.log"), heap, killEvery);
          RawArticleProducer producer = RawArticleProducer.open(config, SendObserver.NONE)) {
        begin = System.nanoTime();
        for (Repetition pass : Repetition.of(corpus, passes)) {
          feed(corpus, pass, producer, () -> look(admin, lag, processor));
        }
        awaitNothingLeft(() -> look(admin, lag, processor));
        print(processor.kills(), EndedArticles.of(broker.bootstrapServers()));
      }
    } finally {
      Directories.delete(state);
    }
    return 0;
  }

  private interface Look {
    /** Takes a sample, and says how many records are left. */
    long left();
  }

  private void feed(
      List<Delivery> corpus, Repetition pass, RawArticleProducer producer, Look look) {
    for (int i = 0; i < corpus.size() && sent < articles; i++) {
      producer.send(pass.of(corpus.get(i)));
      if (++sent % BATCH == 0) {
        producer.flush();
        while (look.left() > MOST_AHEAD) {
          LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
      }
    }
    producer.flush();
  }

  private static void awaitNothingLeft(Look look) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (look.left() > 0) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "waited " + PATIENCE + " in vain for every article to be processed");
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private long look(Admin admin, GroupLag lag, KilledProcessor processor) {
    long left = lag.records();
    samples.add(
        EnduranceSample.take(
            Duration.ofNanos(System.nanoTime() - begin),
            sent - Math.min(sent, left),
            admin,
            processor));
    return left;
  }

  private void print(int kills, EndedArticles ended) {
    try {
      Files.writeString(out.resolve("endurance.csv"), EnduranceSample.csv(samples));
      Files.writeString(out.resolve("endurance.svg"), EndurancePlot.of(samples));
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write to " + out + ": " + e.getMessage(), e);
    }
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.printf(
        "%d articles sent, %d kills: %d published, %d repeated, %d refused, %d missing%n",
        sent, kills, ended.published(), ended.repeated(), ended.refused(), ended.missing(sent));
    terminal.println(samples.get(samples.size() - 1).line());
    terminal.flush();
  }
}
