package org.storywire.docker.bench.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.storywire.ingest.agency.AgencyItem;
import org.storywire.ingest.agency.AgencyReader;

/** Items of agencies: their fields, and their texts. */
final class AgencyFolder implements SourceFolder {

  @Override
  public String name() {
    return "agency";
  }

  /** Fields whose name the predictions write with underscores. */
  private static final List<String> FIELDS =
      List.of(
          "guid",
          "version",
          "headline",
          "byline",
          "slugline",
          "dateline",
          "language",
          "urgency",
          "pubStatus",
          "versionCreated",
          "firstCreated",
          "embargoed",
          "provider",
          "copyrightNotice");

  @Override
  public void predict(Path in, Path out) throws IOException {
    try (CaseLines fields = CaseLines.write(out.resolve("expectations.jsonl"));
        CaseLines texts = CaseLines.write(out.resolve("gold.jsonl"))) {
      for (JsonNode line : CaseLines.read(in.resolve("cases.jsonl"), "case", "file")) {
        String name = line.get("case").asText();
        List<AgencyItem> items = items(in.resolve(line.get("file").asText()));
        fields.value(name, "items.count", null, Optional.of(items.size()));
        for (int i = 0; i < items.size(); i++) {
          write(fields, name, i, items.get(i));
          texts.object(text(name + "#" + i, items.get(i)));
        }
      }
    }
  }

  /** The items of a file; none if it is no file of an agency. */
  private static List<AgencyItem> items(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      boolean json = file.getFileName().toString().endsWith(".json");
      return json ? AgencyReader.readJson(bytes) : AgencyReader.readXml(bytes);
    } catch (AgencyReader.NoAgencyItem e) {
      return List.of();
    }
  }

  private static void write(CaseLines lines, String name, int i, AgencyItem item)
      throws IOException {
    for (String field : FIELDS) {
      lines.value(name, "item." + snake(field), i, item.get(field));
    }
    lines.value(name, "item.class", i, item.get("kind"));
    lines.value(name, "item.abstract", i, item.get("summary"));
    lines.values(name, "item.creators", i, item.creators());
    lines.values(name, "item.subjects", i, item.subjectCodes());
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> text(String id, AgencyItem item) {
    return CaseLines.fields(
        "id",
        id,
        "text",
        item.text(),
        "title",
        item.get("headline").orElse(null),
        "date",
        item.get("versionCreated").orElse(null),
        "authors",
        item.creators());
  }
}
