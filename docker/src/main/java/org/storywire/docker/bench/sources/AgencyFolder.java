package org.storywire.docker.bench.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @Override
  public void predict(Path in, Path out) throws IOException {
    try (Lines fields = Lines.write(out.resolve("expectations.jsonl"));
        Lines texts = Lines.write(out.resolve("gold.jsonl"))) {
      for (JsonNode line : Lines.read(in.resolve("cases.jsonl"), "case", "file")) {
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

  private static void write(Lines lines, String name, int i, AgencyItem item) throws IOException {
    lines.value(name, "item.guid", i, item.guid());
    lines.value(name, "item.version", i, item.version());
    lines.value(name, "item.class", i, item.kind());
    lines.value(name, "item.headline", i, item.headline());
    lines.value(name, "item.byline", i, item.byline());
    lines.value(name, "item.slugline", i, item.slugline());
    lines.value(name, "item.dateline", i, item.dateline());
    lines.value(name, "item.language", i, item.language());
    lines.value(name, "item.urgency", i, item.urgency());
    lines.value(name, "item.pub_status", i, item.pubStatus());
    lines.value(name, "item.version_created", i, item.versionCreated());
    lines.value(name, "item.first_created", i, item.firstCreated());
    lines.value(name, "item.embargoed", i, item.embargoed());
    lines.value(name, "item.provider", i, item.provider());
    lines.values(name, "item.creators", i, item.creators());
    lines.values(
        name, "item.subjects", i, item.subjects().stream().map(AgencyItem.Subject::code).toList());
    lines.value(name, "item.copyright_notice", i, item.copyrightNotice());
    lines.value(name, "item.abstract", i, item.summary());
  }

  private static Map<String, Object> text(String id, AgencyItem item) {
    return Lines.fields(
        "id",
        id,
        "text",
        item.text(),
        "title",
        item.headline().orElse(null),
        "date",
        item.versionCreated().orElse(null),
        "authors",
        item.creators());
  }
}
