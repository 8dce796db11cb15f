package org.storywire.ingest.sources;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.storywire.ingest.IngestConfig;
import org.storywire.ingest.feed.Opml;
import org.storywire.ingest.feed.Outline;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.fetch.HostTurns;
import org.storywire.ingest.fetch.WebAddress;
import org.storywire.ingest.sources.SourceSettings.FullText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code storywire sources}: the live sources of a cluster, as an operator changes them. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description = "Add, list, check and remove the live sources that ingest feeds reads.")
public final class SourcesCommand implements Runnable {

  private static final int ASKED_AT_A_TIME = 16;

  @Spec private CommandSpec spec;

  @Mixin private final FeedsOptions options;

  /**
   * The command.
   *
   * @param environment environment variables by name
   * @param otherKeys whether a key of the properties file belongs to another feature
   */
  public SourcesCommand(Map<String, String> environment, Predicate<String> otherKeys) {
    this.options = new FeedsOptions(environment, otherKeys);
  }

  /** Without a subcommand there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: add, list, check or remove");
  }

  @Command(
      description = {
        "Add feeds, or change what is wanted of them. A file of OPML adds all its feeds; a page's",
        "address adds the feeds that it names."
      },
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(arity = "1..*", paramLabel = "ADDRESS|FILE", description = "Feeds, pages, OPML.")
          List<String> places,
      @Option(names = "--name", description = "Name for people.") String name,
      @Option(
              names = "--full-text",
              defaultValue = "when-short",
              description = "Fetch items' pages: always, when-short, never. Default: when-short.")
          String fullText,
      @Option(names = "--least", description = "Shortest interval, as PT10M.") Duration least,
      @Option(names = "--most", description = "Longest interval without news, as PT6H.")
          Duration most,
      @Option(names = "--unseen", description = "Add without asking the address what it is.")
          boolean unseen)
      throws Exception {
    FullText wanted = fullText(fullText);
    IngestConfig kafka = options.ingest();
    Instant now = Instant.now();
    List<SourceSettings> added = new ArrayList<>();
    List<String> sitemaps;
    try (SourceFinder finder = new SourceFinder(() -> options.fetch().withContact(), !unseen)) {
      for (String place : places) {
        for (SourceFinder.Found found : finder.find(place)) {
          added.add(
              new SourceSettings(
                  found.address(),
                  Optional.ofNullable(name).or(found::name),
                  wanted,
                  Optional.ofNullable(least),
                  Optional.ofNullable(most),
                  now));
        }
      }
      sitemaps = finder.newsSitemaps();
    }
    try (SourceBook book = SourceBook.open(kafka)) {
      book.put(added);
    }
    added.forEach(source -> out().println(source.sourceId() + "  " + source.uri()));
    sitemaps.forEach(
        sitemap ->
            out().println("News sitemap, not added: " + sitemap + " (sources add takes it, too)"));
    out().flush();
    return 0;
  }

  @Command(description = "List the sources, one a line.", mixinStandardHelpOptions = true)
  int list(@Option(names = "--opml", description = "As OPML, for other readers.") boolean opml) {
    List<SourceReport> reports = reports(sources(), List.of());
    if (opml) {
      List<Outline> outlines = reports.stream().map(SourceReport::outline).toList();
      out().println(Opml.write("storywire sources", outlines));
      out().flush();
      return 0;
    }
    reports.forEach(report -> out().println(report.line()));
    out().flush();
    return 0;
  }

  @Command(
      description = {
        "Ask sources now and say how they do: all of them, or those named. An address that is not",
        "among the sources is asked as if it were."
      },
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(arity = "0..*", paramLabel = "ID|ADDRESS", description = "Which sources.")
          List<String> names,
      @Option(names = "--kept", description = "Say what their reader knows, and ask nobody.")
          boolean kept)
      throws InterruptedException, ExecutionException {
    List<SourceReport> reports = reports(sources(), names == null ? List.of() : names);
    if (kept) {
      reports.forEach(report -> report.lines(Map.of()).forEach(out()::println));
      out().flush();
      return 0;
    }
    FetchConfig config = options.fetch().withContact();
    ExecutorService workers = Executors.newFixedThreadPool(ASKED_AT_A_TIME);
    try (Fetcher fetcher = Fetcher.open(config, new HostTurns(config.hostInterval()))) {
      SourceCheck check = new SourceCheck(fetcher, Clock.systemUTC());
      List<Future<Map<String, String>>> answers =
          reports.stream().map(report -> workers.submit(() -> report.ask(check))).toList();
      for (int i = 0; i < reports.size(); i++) {
        reports.get(i).lines(answers.get(i).get()).forEach(out()::println);
        out().flush();
      }
    } finally {
      workers.shutdownNow();
    }
    return 0;
  }

  @Command(description = "Remove sources; what was read stays.", mixinStandardHelpOptions = true)
  int remove(
      @Parameters(arity = "1..*", paramLabel = "ID|ADDRESS", description = "Which sources.")
          List<String> names) {
    try (SourceBook book = SourceBook.open(options.ingest())) {
      Map<String, KnownSource> removed = named(names, current(book), false);
      book.remove(removed.keySet());
      removed.forEach(
          (id, source) ->
              out().println(id + "  " + source.settings().orElseThrow().uri() + " removed"));
      out().flush();
      return 0;
    }
  }

  private Map<String, KnownSource> sources() {
    try (SourceBook book = SourceBook.open(options.ingest())) {
      return current(book);
    }
  }

  private static Map<String, KnownSource> current(SourceBook book) {
    Map<String, KnownSource> sources = book.sources();
    sources.values().removeIf(source -> source.settings().isEmpty());
    return sources;
  }

  /**
   * Sources by id.
   *
   * @param foreign whether an address may be of none
   */
  private static Map<String, KnownSource> named(
      List<String> names, Map<String, KnownSource> sources, boolean foreign) {
    Map<String, KnownSource> named = new LinkedHashMap<>();
    for (String name : names) {
      Optional<URI> address = WebAddress.parse(name);
      String id = address.map(uri -> SourceIds.of(uri.toString())).orElse(name);
      KnownSource source = sources.get(id);
      if (source == null && foreign && address.isPresent()) {
        source = KnownSource.NONE.with(SourceSettings.of(name, Instant.now()));
      }
      if (source == null) {
        throw new IllegalArgumentException(
            "unknown source: " + name + ", must be an id or an address of sources list");
      }
      named.put(id, source);
    }
    return named;
  }

  /** Reports of named sources, of all if none is named. */
  private static List<SourceReport> reports(Map<String, KnownSource> sources, List<String> names) {
    Instant now = Instant.now();
    Set<String> silent = Silence.of(sources, now);
    Map<String, KnownSource> asked = names.isEmpty() ? sources : named(names, sources, true);
    List<SourceReport> reports = new ArrayList<>();
    asked.forEach(
        (id, source) ->
            reports.add(
                new SourceReport(
                    id,
                    source.settings().orElseThrow(),
                    source.state(),
                    silent.contains(id),
                    now)));
    return reports;
  }

  private FullText fullText(String text) {
    return switch (text) {
      case "always" -> FullText.ALWAYS;
      case "when-short" -> FullText.WHEN_SHORT;
      case "never" -> FullText.NEVER;
      default ->
          throw new ParameterException(
              spec.commandLine(),
              "illegal --full-text: " + text + ", must be always, when-short or never");
    };
  }

  private PrintWriter out() {
    CommandLine line = spec.commandLine();
    return line.getOut();
  }
}
