package org.storywire.processor.workbench.story;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.storywire.processor.story.EditionStories;
import org.storywire.processor.story.StoryConfig;
import org.storywire.processor.story.StoryMemory;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.features.StoryFeatureExtractor;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.text.Document;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what an article costs in both stages, and what a story takes. */
@Command(
    name = "cost",
    description = "Time of an article in each stage at several numbers of live stories.",
    mixinStandardHelpOptions = true)
public final class MeasureStories implements Callable<Integer> {

  private static final int MEASURED = 1000;

  /** Passes before the one that counts: a processor that runs for weeks is compiled through. */
  private static final int WARM_UP = 8;

  private static final Pattern NAME = Pattern.compile("\\b([A-Z][a-z]{3,})\\b");
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  @Option(names = "--data", required = true, description = "Directory with the article sets.")
  private Path data;

  @Option(
      names = "--live",
      split = ",",
      defaultValue = "1000,10000",
      description = "Numbers of live stories (default: ${DEFAULT-VALUE}).")
  private List<Integer> live;

  /** Creates the command; picocli fills the options. */
  public MeasureStories() {}

  @Override
  public Integer call() throws java.io.IOException {
    List<Corpus.Line> lines = new ArrayList<>();
    try (var files = Files.list(data.resolve("articles-outlets"))) {
      for (Path file : files.filter(f -> f.toString().contains(".jsonl")).sorted().toList()) {
        lines.addAll(Corpus.read(file));
      }
    }
    extraction(lines);
    Bytes memory = new Bytes();
    EditionStories follower =
        new EditionStories(StoryConfig.defaults(), StoryModel.shipped(), memory);
    int next = 0;
    Instant at = Instant.parse("2020-01-01T00:00:00Z");
    for (int target : live) {
      while (follower.storyCount() < target) {
        at = at.plus(Duration.ofSeconds(20));
        follower.follow(variant(lines, next++, at));
      }
      List<Arrival> probes = new ArrayList<>();
      for (int i = 0; i < MEASURED; i++) {
        at = at.plus(Duration.ofSeconds(20));
        probes.add(variant(lines, next++, at));
      }
      long start = CPU.getCurrentThreadCpuTime();
      probes.forEach(follower::follow);
      double micros = (CPU.getCurrentThreadCpuTime() - start) / 1e3 / MEASURED;
      System.out.printf(
          Locale.ROOT,
          "%d live stories: %.0f µs of processor time an article, %d articles held, %d bytes a"
              + " story%n",
          follower.storyCount(),
          micros,
          follower.articleCount(),
          memory.bytes / follower.storyCount());
    }
    return 0;
  }

  private static void extraction(List<Corpus.Line> lines) {
    StoryFeatureExtractor extractor = new StoryFeatureExtractor();
    List<Document> documents =
        lines.subList(0, Math.min(3000, lines.size())).stream()
            .map(line -> line.document("en"))
            .toList();
    for (int pass = 0; pass < WARM_UP; pass++) {
      documents.forEach(document -> extractor.of(document).toBytes());
    }
    long size = 0;
    long start = CPU.getCurrentThreadCpuTime();
    for (Document document : documents) {
      size += extractor.of(document).toBytes().length;
    }
    System.out.printf(
        Locale.ROOT,
        "features: %.0f µs of processor time an article, %d bytes%n",
        (CPU.getCurrentThreadCpuTime() - start) / 1e3 / documents.size(),
        size / documents.size());
  }

  /** The collection again and again, each time with other names, so that new stories open. */
  private static Arrival variant(List<Corpus.Line> lines, int number, Instant at) {
    Corpus.Line line = lines.get(number % lines.size());
    int round = number / lines.size();
    String tail = round == 0 ? "" : "" + (char) ('a' + round - 1) + "q";
    String body = renamed(line.body(), tail);
    String title = renamed(line.title(), tail);
    return Stream.arrival(
        Document.of(line.id() + "-" + round, line.source(), "en", at, title, body), at);
  }

  private static String renamed(String text, String tail) {
    return tail.isEmpty() ? text : NAME.matcher(text).replaceAll("$1" + tail);
  }

  /** Counts what is held. */
  private static final class Bytes implements StoryMemory {
    private final java.util.Map<Object, Integer> sizes = new java.util.HashMap<>();
    private long bytes;

    private void put(Object key, int size) {
      Integer before = sizes.put(key, size);
      bytes += size - (before == null ? 0 : before);
    }

    private void delete(Object key) {
      Integer before = sizes.remove(key);
      bytes -= before == null ? 0 : before;
    }

    @Override
    public void putArticle(long sequence, byte[] value) {
      put(sequence, value.length);
    }

    @Override
    public void deleteArticle(long sequence) {
      delete(sequence);
    }

    @Override
    public void putStory(String storyId, byte[] value) {
      put(storyId, value.length);
    }

    @Override
    public void deleteStory(String storyId) {
      delete(storyId);
    }

    @Override
    public void putAffair(String affairId, byte[] value) {
      put(affairId, value.length);
    }

    @Override
    public void deleteAffair(String affairId) {
      delete(affairId);
    }
  }
}
