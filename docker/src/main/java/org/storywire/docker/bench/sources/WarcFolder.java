package org.storywire.docker.bench.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.storywire.ingest.page.Page;
import org.storywire.ingest.page.PageExtractor;
import org.storywire.ingest.warc.ArchiveRecord;
import org.storywire.ingest.warc.WebArchive;

/** Web archives: the answers that they hold, and which of them are articles. */
final class WarcFolder implements SourceFolder {

  /** Cases of whole crawls; the others are single pages that show one trait of an archive. */
  private static final String CRAWLS = "made/";

  private final PageExtractor extractor = new PageExtractor();

  @Override
  public String name() {
    return "warc";
  }

  @Override
  public void predict(Path in, Path out) throws IOException {
    Set<String> found = new HashSet<>();
    try (CaseLines values = CaseLines.write(out.resolve("expectations.jsonl"));
        CaseLines articles = CaseLines.write(out.resolve("backfill-articles.jsonl"))) {
      for (JsonNode line : CaseLines.read(in.resolve("cases.jsonl"), "case", "file")) {
        String name = line.get("case").asText();
        int records = 0;
        int answers = 0;
        try (WebArchive archive =
            new WebArchive(Files.newInputStream(in.resolve(line.get("file").asText())))) {
          Optional<ArchiveRecord> next = archive.next();
          while (next.isPresent()) {
            records++;
            if (next.get() instanceof ArchiveRecord.Answer answer) {
              write(values, name, answers++, answer);
              if (name.startsWith(CRAWLS) && answer.isPage() && found.add(answer.address())) {
                article(articles, answer);
              }
            }
            next = archive.next();
          }
        }
        values.value(name, "records.count", null, Optional.of(records));
        values.value(name, "responses.count", null, Optional.of(answers));
      }
    }
  }

  private static void write(CaseLines lines, String name, int i, ArchiveRecord.Answer answer)
      throws IOException {
    lines.value(name, "response.uri", i, Optional.of(answer.address()));
    lines.value(name, "response.date", i, answer.date());
    lines.value(name, "response.status", i, answer.status());
    lines.value(name, "response.content_type", i, answer.contentType());
    lines.value(name, "response.body_bytes", i, Optional.of(answer.body().length));
    lines.value(name, "response.body_sha1", i, Optional.of(sha1(answer.body())));
  }

  private void article(CaseLines lines, ArchiveRecord.Answer answer) throws IOException {
    Page page = extractor.extract(answer.body(), answer.contentType(), answer.address());
    if (page.article()) {
      Map<String, Object> fields = HtmlFolder.fields("uri", answer.address(), page);
      fields.put("received", answer.date().map(Object::toString).orElse(null));
      lines.object(fields);
    }
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-1", e);
    }
  }
}
