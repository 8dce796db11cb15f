package org.storywire.processor.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.storywire.processor.article.ArticleConfig;
import org.storywire.processor.article.CleanArticle;
import org.storywire.processor.article.Cleaned;
import org.storywire.processor.article.HeapSourceMemory;
import org.storywire.processor.article.PageCleaner;
import org.storywire.processor.article.RawPage;
import org.storywire.processor.text.Text;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures cleaning on labelled data, and shows what it does to articles. */
@Command(
    name = "clean",
    mixinStandardHelpOptions = true,
    description = "Cleans a set of articles in order of time and reports cost and findings.")
public final class CleanBench implements Callable<Integer> {

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  @Option(
      names = "--data",
      required = true,
      description = "File or directory of JSON lines or text files.")
  private Path data;

  @Option(names = "--show", description = "Print every N-th article with what was taken out of it.")
  private int show;

  @Option(names = "--removed", description = "Write every removed line with its article to a file.")
  private Optional<Path> removed = Optional.empty();

  @Option(names = "--rounds", description = "How often to clean the set; the last is reported.")
  private int rounds = 2;

  private final List<String> removedLines = new ArrayList<>();

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new CleanBench()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    List<RawPage> pages = pages();
    for (int round = 1; round <= rounds; round++) {
      run(pages, round == rounds);
    }
    if (removed.isPresent()) {
      Files.write(removed.get(), removedLines);
    }
    return 0;
  }

  private void run(List<RawPage> pages, boolean last) {
    PageCleaner cleaner = new PageCleaner(ArticleConfig.defaults());
    HeapSourceMemory memory = new HeapSourceMemory();
    Map<String, Integer> counts = new TreeMap<>();
    long nanos = 0;
    for (int i = 0; i < pages.size(); i++) {
      long start = THREAD.getCurrentThreadCpuTime();
      Cleaned cleaned = cleaner.clean(pages.get(i), memory);
      nanos += THREAD.getCurrentThreadCpuTime() - start;
      if (last) {
        report(cleaned, counts, show > 0 && i % show == 0);
      }
    }
    System.out.printf(
        "%,d pages, %.1f us CPU/page (memory in and out as bytes included);"
            + " tokenising them, as a yardstick: %.1f us CPU/page%n",
        pages.size(),
        nanos / 1e3 / Math.max(1, pages.size()),
        tokenising(pages) / 1e3 / Math.max(1, pages.size()));
    if (last) {
      counts.forEach((name, count) -> System.out.printf("%8d %s%n", count, name));
      System.out.printf(
          "line tables: %d, %.1f KB on average, %d bytes at most; known: %d, %.0f bytes%n",
          memory.lineTables().size(),
          memory.lineTables().stream().mapToInt(b -> b.length).average().orElse(0) / 1024,
          memory.lineTables().stream().mapToInt(b -> b.length).max().orElse(0),
          memory.knownArticles().size(),
          memory.knownArticles().stream().mapToInt(b -> b.length).average().orElse(0));
    }
  }

  private static long tokenising(List<RawPage> pages) {
    long start = THREAD.getCurrentThreadCpuTime();
    long tokens = 0;
    for (RawPage page : pages) {
      tokens += Text.of(page.body()).tokens().size();
    }
    long nanos = THREAD.getCurrentThreadCpuTime() - start;
    System.out.printf("%,.0f tokens/page%n", (double) tokens / Math.max(1, pages.size()));
    return nanos;
  }

  private void report(Cleaned cleaned, Map<String, Integer> counts, boolean print) {
    if (cleaned instanceof Cleaned.Rejected rejected) {
      counts.merge("rejected", 1, Integer::sum);
      System.out.println("REJECTED " + rejected.reason());
      return;
    }
    for (CleanArticle article : ((Cleaned.Clean) cleaned).articles()) {
      counts.merge("articles", 1, Integer::sum);
      counts.merge("language " + article.language(), 1, Integer::sum);
      counts.merge("embedded", article.parentId().isPresent() ? 1 : 0, Integer::sum);
      counts.merge("revisions", article.revision() > 0 ? 1 : 0, Integer::sum);
      counts.merge("unchanged", article.unchanged() ? 1 : 0, Integer::sum);
      counts.merge("furniture lines", article.furniture().size(), Integer::sum);
      article.credits().forEach(c -> counts.merge("credit " + c.kind(), 1, Integer::sum));
      article
          .furniture()
          .forEach(
              line -> removedLines.add(article.source() + "\t" + article.nativeId() + "\t" + line));
      if (print) {
        show(article);
      }
    }
  }

  private static void show(CleanArticle article) {
    System.out.printf(
        "%n=== %s | %s | %s | %s | %s%n",
        article.nativeId(),
        article.source(),
        article.language(),
        article.eventAt(),
        article.title());
    article.credits().forEach(credit -> System.out.println("  credit " + credit));
    article.furniture().forEach(line -> System.out.println("  - " + line));
    article
        .body()
        .lines()
        .filter(line -> !line.isEmpty())
        .map(CleanBench::ends)
        .forEach(line -> System.out.println("  + " + line));
  }

  private static String ends(String line) {
    return line.length() <= 160
        ? line
        : line.substring(0, 90) + " ... " + line.substring(line.length() - 60);
  }

  private List<RawPage> pages() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(data)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    List<Path> tables = files.stream().filter(CleanBench::isJsonLines).toList();
    List<RawPage> pages = new ArrayList<>();
    Corpus.readByTime(tables).forEach(line -> pages.add(line.page()));
    files.stream().filter(f -> f.toString().endsWith(".txt")).forEach(f -> pages.add(text(f)));
    return pages;
  }

  private static boolean isJsonLines(Path file) {
    return file.toString().endsWith(".jsonl") || file.toString().endsWith(".jsonl.gz");
  }

  private static RawPage text(Path file) {
    try {
      return new RawPage(
          RawPage.UNKNOWN_SOURCE,
          file.getFileName().toString(),
          Optional.empty(),
          Optional.empty(),
          Files.readString(file),
          Optional.empty(),
          Corpus.UNDATED);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + file, e);
    }
  }
}
