package org.storywire.docker.bench.feeds;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.storywire.docker.demo.LiveFeeds;
import org.storywire.docker.pipeline.LocalPipeline;
import org.storywire.docker.pipeline.LocalProcessor;
import org.storywire.docker.pipeline.ResultListener;
import org.storywire.docker.pipeline.ResultReader;
import org.storywire.docker.terminal.Logging;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.ingest.sources.SourceSettings;
import org.storywire.news.RawArticle;
import org.storywire.news.StoryUpdate;
import org.storywire.schemas.NewsSerdes;
import org.storywire.schemas.NewsTopics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Items of many feeds from loopback, until their stories tell of them. */
@Command(
    name = "feeds",
    description = {
      "Read feeds from loopback, whose publishers are slow and refuse or redirect requests, beside",
      "a broker and a processor; print items lost or doubled, and the time to a story's update."
    })
public final class FeedsBench implements Callable<Integer> {

  private static final Duration READ = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Two requests a second, as agreed for a host. */
  private static final String HOST_INTERVAL = "PT0.5S";

  @Spec private CommandSpec spec;

  @Option(
      names = "--feeds",
      defaultValue = "500",
      paramLabel = "N",
      description = "Feeds. Default: ${DEFAULT-VALUE}.")
  private int feeds;

  @Option(
      names = "--hosts",
      defaultValue = "250",
      paramLabel = "N",
      description = "Hosts that have them, 127.0.0.1 and on. Default: ${DEFAULT-VALUE}.")
  private int hosts;

  @Option(
      names = "--interval",
      defaultValue = "PT3S",
      paramLabel = "DURATION",
      description = "How often a feed is asked. Default: ${DEFAULT-VALUE}.")
  private Duration interval;

  @Option(
      names = "--items",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Items that appear after the first of each feed. Default: ${DEFAULT-VALUE}.")
  private int items;

  @Option(
      names = "--rate",
      defaultValue = "20",
      paramLabel = "N",
      description = "Items a second. Default: ${DEFAULT-VALUE}.")
  private int rate;

  /** Times of items [ns], by their ids in the feeds. */
  private final Map<String, Long> appeared = new HashMap<>();

  private final Map<String, Long> told = new HashMap<>();

  @Override
  public Integer call() {
    Logging.tellTroubleOnly();
    try (FeedServer publishers = FeedServer.troubled(hosts);
        LocalPipeline pipeline = LocalPipeline.start(LocalProcessor::new, 1, Map.of());
        ResultReader results = ResultReader.open(pipeline.bootstrapServers(), new Times())) {
      for (int feed = 0; feed < feeds; feed++) {
        publish(publishers, feed, "first");
      }
      try (LiveFeeds reader =
          LiveFeeds.start(
              pipeline.bootstrapServers(),
              sources(publishers),
              FetchConfig.from(
                  Map.of(
                      "fetch.allow-local", "127.0.0.0/8", "fetch.host-interval", HOST_INTERVAL)))) {
        Runnable look =
            () -> {
              results.poll(READ);
              pipeline.requireHealth();
              reader.requireHealth();
            };
        await(look, () -> told.size() >= feeds);
        long begin = System.nanoTime();
        long asked = publishers.requests();
        for (int item = 0; item < items; ) {
          if (System.nanoTime() - begin >= item * 1_000_000_000L / rate) {
            publish(publishers, Math.floorMod(item * 7919, feeds), Integer.toString(item));
            item++;
          } else {
            look.run();
          }
        }
        await(look, () -> told.size() >= feeds + items);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double requests = (publishers.requests() - asked) / seconds;
        print(publishers, raw(pipeline.bootstrapServers()), requests);
      }
    }
    return 0;
  }

  private void publish(FeedServer publishers, int feed, String name) {
    String id = feed + "-" + name;
    appeared.put(id, System.nanoTime());
    publishers.publish(
        "/" + feed, id, "Report " + id, "Office " + feed + " reports on the matter " + id + ".");
  }

  private List<SourceSettings> sources(FeedServer publishers) {
    List<SourceSettings> sources = new ArrayList<>();
    for (int feed = 0; feed < feeds; feed++) {
      sources.add(
          new SourceSettings(
              publishers.address("/" + feed),
              Optional.empty(),
              SourceSettings.FullText.NEVER,
              Optional.of(interval),
              Optional.of(interval),
              Instant.EPOCH));
    }
    return sources;
  }

  /** Looks until something is true, for some minutes at most: what is missing then is lost. */
  private static void await(Runnable look, BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < end) {
      look.run();
    }
  }

  /** How often each item was sent to Kafka. */
  private static Map<String, Integer> raw(String bootstrapServers) {
    Map<String, Integer> times = new HashMap<>();
    TopicPartition partition = new TopicPartition(NewsTopics.RAW_ARTICLES, 0);
    try (KafkaConsumer<String, RawArticle> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new StringDeserializer(),
            NewsSerdes.rawArticle().deserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer
            .poll(READ)
            .forEach(article -> times.merge(article.value().getNativeId(), 1, Integer::sum));
      }
    }
    return times;
  }

  private void print(FeedServer publishers, Map<String, Integer> raw, double requests) {
    PrintWriter out = spec.commandLine().getOut();
    long lost = appeared.keySet().stream().filter(id -> !raw.containsKey(id)).count();
    long doubled = raw.values().stream().filter(times -> times > 1).count();
    out.printf("feeds %d on %d hosts, asked every %s%n", feeds, hosts, interval);
    out.printf("items %d, lost %d, doubled %d%n", appeared.size(), lost, doubled);
    out.printf("requests/s %.0f, a host %.2f%n", requests, requests / hosts);
    List<Long> fromAppearance = new ArrayList<>();
    List<Long> fromAnswer = new ArrayList<>();
    told.forEach(
        (id, at) -> {
          if (!id.endsWith("-first")) {
            fromAppearance.add(at - appeared.get(id));
            publishers.servedAt(id).ifPresent(served -> fromAnswer.add(at - served));
          }
        });
    printTimes(out, "from appearance to update", fromAppearance);
    printTimes(out, "from the publisher's answer", fromAnswer);
  }

  private static void printTimes(PrintWriter out, String name, List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    if (!sorted.isEmpty()) {
      out.printf(
          "%s: p50 %.2f s, p99 %.2f s, most %.2f s%n",
          name, seconds(sorted, 0.5), seconds(sorted, 0.99), seconds(sorted, 1));
    }
  }

  private static double seconds(List<Long> sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1)) / 1e9;
  }

  private final class Times implements ResultListener {
    @Override
    public void update(StoryUpdate update) {
      if (appeared.containsKey(update.getNativeId())) {
        told.putIfAbsent(update.getNativeId(), System.nanoTime());
      }
    }
  }
}
