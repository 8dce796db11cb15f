package org.storywire.docker.bench.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.storywire.ingest.page.Page;
import org.storywire.ingest.page.PageExtractor;

/** Articles of HTML pages: a folder a set, its pages below {@code pages}. */
final class HtmlFolder implements SourceFolder {

  private final PageExtractor extractor = new PageExtractor();

  @Override
  public String name() {
    return "html";
  }

  @Override
  public void predict(Path in, Path out) throws IOException {
    for (Path set : sets(in)) {
      try (CaseLines lines = CaseLines.write(out.resolve(set.getFileName() + ".jsonl"))) {
        for (JsonNode line : CaseLines.read(set.resolve("gold.jsonl"), "id", "url")) {
          String id = line.get("id").asText();
          byte[] page = unpacked(set.resolve("pages").resolve(id + ".html.gz"));
          lines.object(
              fields(
                  "id", id, extractor.extract(page, Optional.empty(), line.path("url").asText())));
        }
      }
    }
  }

  /** An article in the form of text predictions. */
  static Map<String, Object> fields(String idName, String id, Page page) {
    return CaseLines.fields(
        idName,
        id,
        "text",
        page.text(),
        "title",
        page.title().orElse(null),
        "date",
        page.published().map(Object::toString).orElse(null),
        "authors",
        page.authors(),
        "language",
        page.language().orElse(null),
        "canonical",
        page.canonical().orElse(null),
        "section",
        page.section().orElse(null),
        "outlet",
        page.outlet().orElse(null),
        "teaser",
        page.teaser());
  }

  private static List<Path> sets(Path in) throws IOException {
    try (Stream<Path> entries = Files.list(in)) {
      return entries.filter(set -> Files.isDirectory(set.resolve("pages"))).sorted().toList();
    }
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream page = new GZIPInputStream(Files.newInputStream(file))) {
      return page.readAllBytes();
    }
  }
}
