package org.storywire.processor.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.storywire.processor.article.RawPage;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.TextCleaner;

/** Reads labelled article sets: JSON lines (plain or gzipped) and tables with a header. */
public final class Corpus {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What undated sets are dated with, so that their order of ids decides. */
  public static final Instant UNDATED = Instant.parse("2000-01-01T00:00:00Z");

  private Corpus() {}

  /**
   * One line of a set.
   *
   * @param published publication time, {@link #UNDATED} where the set has none
   * @param fields all fields of the line, labels included
   */
  public record Line(
      String id, String source, Instant published, String title, String body, JsonNode fields) {

    /** The article as the cores see it; its language is given, for the sets do not always tell. */
    public Document document(String language) {
      return Document.of(
          id, source, language, published, TextCleaner.clean(title), TextCleaner.clean(body));
    }

    /** The line as its source's page, to be cleaned. */
    public RawPage page() {
      return new RawPage(
          source,
          id,
          Optional.of(fields.path("url").asText("")).filter(url -> url.contains("/")),
          Optional.of(title).filter(given -> !given.isEmpty()),
          body,
          Optional.of(published).filter(at -> !at.equals(UNDATED)),
          published);
    }
  }

  /** All lines of a {@code .jsonl} or {@code .jsonl.gz} file in file order. */
  public static List<Line> read(Path file) {
    List<Line> lines = new ArrayList<>();
    forEach(file, lines::add);
    return lines;
  }

  /** Hands over each line of a {@code .jsonl} or {@code .jsonl.gz} file in file order. */
  public static void forEach(Path file, Consumer<Line> consumer) {
    try (BufferedReader reader = open(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        consumer.accept(parse(JSON.readTree(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + file, e);
    }
  }

  /** All lines of several files, by publication time, then id. */
  public static List<Line> readByTime(List<Path> files) {
    List<Line> lines = new ArrayList<>();
    files.forEach(file -> lines.addAll(read(file)));
    lines.sort(Comparator.comparing(Line::published).thenComparing(Line::id));
    return lines;
  }

  /** Rows of a tab-separated table with a header, as maps from column to value. */
  public static List<Map<String, String>> table(Path file) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (BufferedReader reader = open(file)) {
      String[] columns = reader.readLine().split("\t", -1);
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.length && i < cells.length; i++) {
          row.put(columns[i], cells[i]);
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + file, e);
    }
    return rows;
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }

  private static Line parse(JsonNode fields) {
    StringBuilder body = new StringBuilder(fields.path("body").asText(""));
    fields.path("sentences").forEach(sentence -> body.append(sentence.asText()).append('\n'));
    return new Line(
        fields.path("id").asText(),
        fields.path("source").asText("unknown"),
        instant(fields.path("published").asText("")),
        fields.path("title").asText(""),
        body.toString(),
        fields);
  }

  private static Instant instant(String published) {
    if (published.isEmpty() || published.equals("null")) {
      return UNDATED;
    }
    if (Character.isLetter(published.charAt(0))) {
      return feedDate(published);
    }
    String iso = published.replace(' ', 'T');
    if (iso.length() == 10) {
      return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
    return offset
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  /** A date as feeds give it; zones by name are none that a standard knows. */
  private static Instant feedDate(String published) {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(published, Instant::from);
    } catch (DateTimeParseException e) {
      return UNDATED;
    }
  }
}
