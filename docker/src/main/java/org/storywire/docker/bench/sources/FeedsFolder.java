package org.storywire.docker.bench.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.storywire.ingest.date.NewsDate;

/** Feeds, OPML, dates, and the feeds of pages. */
final class FeedsFolder implements SourceFolder {

  @Override
  public String name() {
    return "feeds";
  }

  @Override
  public void predict(Path in, Path out) throws IOException {
    dates(in, out);
  }

  private static void dates(Path in, Path out) throws IOException {
    try (Lines lines = Lines.write(out.resolve("dates.jsonl"))) {
      for (JsonNode date : Lines.read(in.resolve("dates.jsonl"), "input")) {
        String input = date.get("input").asText();
        String value = NewsDate.parse(input).map(read -> read.instant().toString()).orElse(null);
        lines.object(Lines.fields("input", input, "value", value));
      }
    }
  }
}
