package org.storywire.ingest.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.storywire.ingest.fetch.Answer;
import org.storywire.ingest.fetch.FetchConfig;
import org.storywire.ingest.fetch.FetchRequest;
import org.storywire.ingest.fetch.Fetcher;
import org.storywire.ingest.fetch.HostTurns;
import org.storywire.ingest.robots.RobotsRules;
import org.storywire.ingest.sources.RobotsCache;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what sources give beside what we make of it: why does this source look so? */
@Command(
    name = "read",
    sortOptions = false,
    description = {
      "Print what feeds, pages, sitemaps, agency items and web archives would give.",
      "One JSON object an item: fetched fields beside derived ones. Sends nothing to Kafka."
    })
public final class ReadCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;

  private final ContentReader reader = new ContentReader(Clock.systemUTC());
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE-OR-ADDRESS",
      description = "Files, or addresses that begin with http:// or https://.")
  private List<String> places;

  @Option(
      names = "--base",
      paramLabel = "ADDRESS",
      description = "Where files came from: relative addresses in them refer to it.")
  private URI base;

  @Option(
      names = "--contact",
      paramLabel = "MAIL-OR-PAGE",
      description = "How publishers reach you; needed for addresses (or FETCH_CONTACT).")
  private String contact;

  @Option(
      names = "--allow-local",
      paramLabel = "HOST,…",
      description = "Hosts and networks outside the public internet that may be reached.")
  private String local;

  /**
   * The command.
   *
   * @param environment gives {@code FETCH_CONTACT} and {@code FETCH_ALLOW_LOCAL} where no option
   *     does
   */
  public ReadCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (String place : places) {
      if (isAddress(place)) {
        fetched(place);
      } else {
        print(Content.of(Path.of(place), Optional.ofNullable(base)), Map.of());
      }
    }
    return 0;
  }

  private static boolean isAddress(String place) {
    return place.startsWith("http://") || place.startsWith("https://");
  }

  private void fetched(String place) throws IOException, InterruptedException {
    FetchConfig config = config();
    try (Fetcher fetcher = Fetcher.open(config, new HostTurns(config.hostInterval()))) {
      Answer answer = fetcher.fetch(FetchRequest.of(place, FetchRequest.FEEDS));
      if (answer instanceof Answer.Failure failure) {
        throw new IOException(failure.reason());
      }
      Answer.Response response = (Answer.Response) answer;
      if (response.status() != OK) {
        throw new IOException(place + " answers " + response.status() + ", expected " + OK);
      }
      Optional<String> type = Optional.of(response.contentType()).filter(t -> !t.isEmpty());
      Map<String, Object> about = new LinkedHashMap<>();
      about.put("address", response.address().toString());
      type.ifPresent(name -> about.put("contentType", name));
      about.put("robots", robots(fetcher, response.address()));
      print(new Content(place, Optional.empty(), response.body(), type, response.address()), about);
    }
  }

  private FetchConfig config() {
    Map<String, String> settings = new TreeMap<>();
    put(settings, FetchConfig.CONTACT, contact, "FETCH_CONTACT");
    put(settings, FetchConfig.ALLOW_LOCAL, local, "FETCH_ALLOW_LOCAL");
    return FetchConfig.from(settings).withContact();
  }

  private void put(Map<String, String> settings, String key, String option, String variable) {
    String value = option == null ? environment.get(variable) : option;
    if (value != null) {
      settings.put(key, value);
    }
  }

  /** What a reader of pages may do; this command only says it. */
  private static String robots(Fetcher fetcher, URI address) throws InterruptedException {
    RobotsRules rules = new RobotsCache(fetcher, Clock.systemUTC()).rules(address);
    return rules.allows(address.toString()) ? "allowed" : "disallowed";
  }

  private void print(Content content, Map<String, Object> about) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    int number = 0;
    for (ReadItem item : reader.read(content)) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("place", content.place() + '#' + number++);
      line.put("kind", item.kind());
      if (!about.isEmpty()) {
        line.put("answer", about);
      }
      line.put("fetched", item.fetched());
      line.put("derived", item.derived());
      out.println(JSON.writeValueAsString(line));
    }
    out.flush();
  }
}
