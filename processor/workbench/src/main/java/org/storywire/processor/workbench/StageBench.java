package org.storywire.processor.workbench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.storywire.processor.article.ArticleConfig;
import org.storywire.processor.article.CleanArticle;
import org.storywire.processor.article.Cleaned;
import org.storywire.processor.article.HeapSourceMemory;
import org.storywire.processor.article.PageCleaner;
import org.storywire.processor.article.RawPage;
import org.storywire.processor.article.SourceMemory;
import org.storywire.processor.story.EditionStories;
import org.storywire.processor.story.StoryConfig;
import org.storywire.processor.story.StoryMemory;
import org.storywire.processor.story.StoryModel;
import org.storywire.processor.story.features.StoryFeatureExtractor;
import org.storywire.processor.story.features.StoryFeatures;
import org.storywire.processor.story.member.Arrival;
import org.storywire.processor.story.member.Kind;
import org.storywire.processor.story.member.Label;
import org.storywire.processor.syndication.CopyMemory;
import org.storywire.processor.syndication.CopyVerdict;
import org.storywire.processor.syndication.Fingerprint;
import org.storywire.processor.syndication.Fingerprinter;
import org.storywire.processor.syndication.Judgement;
import org.storywire.processor.syndication.SyndicationConfig;
import org.storywire.processor.syndication.Syndicator;
import org.storywire.processor.text.Document;
import org.storywire.processor.topics.EntityRecogniser;
import org.storywire.processor.topics.NamedEntity;
import org.storywire.processor.topics.Tagger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Where the time of one article goes: runs all cores over a corpus in order of time, on one thread
 * and without Kafka, and prints microseconds of processor time an article for each stage.
 */
@Command(
    name = "stages",
    description = "Time of each stage for one article, on one thread, without Kafka.",
    mixinStandardHelpOptions = true)
public final class StageBench implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "JSON lines, plain or gzipped.")
  private List<Path> files;

  @Option(
      names = "--limit",
      defaultValue = "20000",
      description = "Most articles read (default: ${DEFAULT-VALUE}).")
  private int limit;

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final Map<String, Long> nanos = new LinkedHashMap<>();

  /** Runs the command by itself. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new StageBench()).execute(args));
  }

  @Override
  public Integer call() {
    List<Corpus.Line> lines = Corpus.readByTime(files);
    List<Corpus.Line> some = lines.subList(0, Math.min(limit, lines.size()));
    new Pass().run(some.subList(0, Math.min(2_000, some.size())));
    nanos.clear();
    int articles = new Pass().run(some);
    long ordered = 0;
    long all = 0;
    for (Map.Entry<String, Long> stage : nanos.entrySet()) {
      print(stage.getKey(), stage.getValue(), articles);
      all += stage.getValue();
      if (stage.getKey().startsWith("ordered")) {
        ordered += stage.getValue();
      }
    }
    print("ordered stage in all", ordered, articles);
    print("everything", all, articles);
    return 0;
  }

  private static void print(String stage, long nanos, int articles) {
    System.out.printf(Locale.ROOT, "%-28s %8.1f µs/article%n", stage, nanos / 1e3 / articles);
  }

  private <T> T timed(String stage, Supplier<T> work) {
    long start = CPU.getCurrentThreadCpuTime();
    T result = work.get();
    nanos.merge(stage, CPU.getCurrentThreadCpuTime() - start, Long::sum);
    return result;
  }

  /** One pass with fresh memory. */
  private final class Pass {
    private final PageCleaner cleaner = new PageCleaner(ArticleConfig.defaults());
    private final Tagger tagger = Tagger.load();
    private final EntityRecogniser recogniser = EntityRecogniser.load();
    private final Fingerprinter fingerprinter = new Fingerprinter();
    private final StoryFeatureExtractor extractor = new StoryFeatureExtractor();
    private final Syndicator syndicator =
        new Syndicator(SyndicationConfig.defaults(), new ForgetfulCopies());
    private final EditionStories follower =
        new EditionStories(StoryConfig.defaults(), StoryModel.shipped(), new ForgetfulStories());
    private final SourceMemory memory = new HeapSourceMemory();
    private int articles;

    int run(List<Corpus.Line> lines) {
      for (Corpus.Line line : lines) {
        RawPage page =
            new RawPage(
                line.source(),
                line.id(),
                Optional.empty(),
                Optional.of(line.title()).filter(title -> !title.isBlank()),
                line.body(),
                Optional.of(line.published()),
                line.published());
        Cleaned cleaned = timed("clean", () -> cleaner.clean(page, memory));
        if (cleaned instanceof Cleaned.Clean clean) {
          clean.articles().forEach(this::judge);
        }
      }
      return articles;
    }

    private void judge(CleanArticle clean) {
      articles++;
      Instant at = clean.eventAt();
      Document document =
          timed(
              "tokenise",
              () ->
                  Document.of(
                      clean.articleId(),
                      clean.source(),
                      clean.language(),
                      at,
                      clean.title(),
                      clean.body()));
      List<Label> topics =
          timed("topics", () -> tagger.tag(document)).stream()
              .map(tag -> new Label(tag.code(), tag.label(), tag.score()))
              .toList();
      List<NamedEntity> names = timed("names", () -> recogniser.find(document));
      List<Label> entities =
          names.stream().map(name -> new Label(name.name(), name.name(), name.count())).toList();
      byte[] print =
          timed("fingerprint", () -> fingerprinter.of(document, List.of(), false).toBytes());
      byte[] features = timed("story features", () -> extractor.of(document).toBytes());
      Judgement judgement =
          timed(
              "ordered: syndication",
              () -> syndicator.judge(Fingerprint.fromBytes(print), clean.body()));
      Optional<String> copyOf =
          judgement.verdict() instanceof CopyVerdict.Copy copy
              ? Optional.of(copy.parentId())
              : Optional.empty();
      timed(
          "ordered: story",
          () ->
              follower.follow(
                  new Arrival(
                      clean.articleId(),
                      clean.source(),
                      clean.language(),
                      at,
                      copyOf.isPresent() ? Kind.COPY : Kind.ORIGINAL,
                      copyOf,
                      clean.title(),
                      clean.body(),
                      StoryFeatures.fromBytes(features),
                      topics,
                      entities)));
    }
  }

  private static final class ForgetfulCopies implements CopyMemory {
    @Override
    public void put(long sequence, byte[] value) {
      // The time to encode counts; the store is Kafka's part.
    }

    @Override
    public void delete(long sequence) {
      // As above.
    }
  }

  private static final class ForgetfulStories implements StoryMemory {
    @Override
    public void putArticle(long sequence, byte[] value) {
      // The time to encode counts; the store is Kafka's part.
    }

    @Override
    public void deleteArticle(long sequence) {
      // As above.
    }

    @Override
    public void putStory(String storyId, byte[] value) {
      // As above.
    }

    @Override
    public void deleteStory(String storyId) {
      // As above.
    }

    @Override
    public void putAffair(String affairId, byte[] value) {
      // As above.
    }

    @Override
    public void deleteAffair(String affairId) {
      // As above.
    }
  }
}
