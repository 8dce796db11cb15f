package org.storywire.docker.bench.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.storywire.ingest.date.NewsDate;
import org.storywire.ingest.discovery.FeedDiscovery;
import org.storywire.ingest.discovery.FoundFeed;
import org.storywire.ingest.feed.FeedReader;
import org.storywire.ingest.feed.FeedResult;
import org.storywire.ingest.feed.Opml;

/** Feeds, OPML, dates, and the feeds of pages. */
final class FeedsFolder implements SourceFolder {

  private static final String EXAMPLE = "https://example.org/";

  private final FeedReader reader = new FeedReader();

  @Override
  public String name() {
    return "feeds";
  }

  @Override
  public void predict(Path in, Path out) throws IOException {
    Map<String, JsonNode> answers = new TreeMap<>();
    for (JsonNode line : CaseLines.read(in.resolve("cases.jsonl"), "case", "url", "headers")) {
      answers.put(line.get("case").asText(), line);
    }
    for (String set : List.of("expectations.jsonl", "silver-expectations.jsonl")) {
      try (CaseLines lines = CaseLines.write(out.resolve(set))) {
        for (JsonNode line : CaseLines.cases(in.resolve(set), in.resolve("cases.jsonl"))) {
          String name = line.get("case").asText();
          String file = line.get("file").asText();
          byte[] bytes = Files.readAllBytes(in.resolve(file));
          if (file.endsWith(".opml")) {
            FeedValues.write(lines, name, Opml.read(bytes, null));
            continue;
          }
          FeedResult result = read(bytes, answers.get(name));
          if (result instanceof FeedResult.Found found) {
            FeedValues.write(lines, name, found.feed());
          }
        }
      }
    }
    robustness(in, out, answers);
    discovery(in, out);
    dates(in, out);
  }

  private FeedResult read(byte[] bytes, JsonNode answer) {
    URI base = URI.create(EXAMPLE);
    String type = null;
    String language = null;
    if (answer != null) {
      base = answer.hasNonNull("url") ? URI.create(answer.get("url").asText()) : base;
      type = header(answer, "content-type");
      language = header(answer, "content-language");
      String location = header(answer, "content-location");
      base = location == null ? base : base.resolve(location);
    }
    return reader.read(bytes, type, language == null ? "" : language, base);
  }

  private static String header(JsonNode answer, String name) {
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue().asText();
      }
    }
    return null;
  }

  private void robustness(Path in, Path out, Map<String, JsonNode> answers) throws IOException {
    try (CaseLines lines = CaseLines.write(out.resolve("robustness.jsonl"))) {
      for (JsonNode line :
          CaseLines.cases(in.resolve("robustness.jsonl"), in.resolve("cases.jsonl"))) {
        String name = line.get("case").asText();
        byte[] bytes = Files.readAllBytes(in.resolve(line.get("file").asText()));
        boolean crashed = false;
        int entries = 0;
        try {
          if (read(bytes, answers.get(name)) instanceof FeedResult.Found found) {
            entries = found.feed().entries().size();
          }
        } catch (RuntimeException | StackOverflowError e) {
          crashed = true;
        }
        lines.object(CaseLines.fields("case", name, "crashed", crashed, "entries", entries));
      }
    }
  }

  private static void discovery(Path in, Path out) throws IOException {
    try (CaseLines lines = CaseLines.write(out.resolve("discovery.jsonl"))) {
      for (JsonNode line : CaseLines.read(in.resolve("discovery.jsonl"), "case", "file", "url")) {
        byte[] html = Files.readAllBytes(in.resolve(line.get("file").asText()));
        String url =
            FeedDiscovery.find(html, null, line.path("url").asText(EXAMPLE)).stream()
                .findFirst()
                .map(FoundFeed::url)
                .orElse(null);
        lines.object(CaseLines.fields("case", line.get("case").asText(), "value", url));
      }
    }
  }

  private static void dates(Path in, Path out) throws IOException {
    try (CaseLines lines = CaseLines.write(out.resolve("dates.jsonl"))) {
      for (JsonNode date : CaseLines.read(in.resolve("dates.jsonl"), "input")) {
        String input = date.get("input").asText();
        String value = NewsDate.parse(input).map(read -> read.instant().toString()).orElse(null);
        lines.object(CaseLines.fields("input", input, "value", value));
      }
    }
  }
}
