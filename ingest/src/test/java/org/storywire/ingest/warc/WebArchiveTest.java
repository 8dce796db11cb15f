package org.storywire.ingest.warc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WebArchiveTest {

  private static final String PAGE = "<html><p>The bridge opened.</p></html>";

  @Test
  void shouldGiveAnswersInOrderWhenEachRecordIsPackedAlone() throws IOException {
    // Given
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    archive.write(
        gzip(response("https://paper.example/a", "200 OK", "text/html; charset=\"utf-8\"", PAGE)));
    archive.write(
        gzip(record("metadata", "https://paper.example/a", "application/warc-fields", "x: y\r\n")));
    archive.write(gzip(response("https://paper.example/b", "404 Not Found", "text/html", "gone")));

    // When
    List<ArchiveRecord> records = read(archive.toByteArray());

    // Then
    assertThat(records).hasSize(3);
    ArchiveRecord.Answer first = (ArchiveRecord.Answer) records.get(0);
    assertThat(first.address()).isEqualTo("https://paper.example/a");
    assertThat(first.date()).contains(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(first.isPage()).isTrue();
    assertThat(new String(first.body(), UTF_8)).isEqualTo(PAGE);
    assertThat(records.get(1)).isEqualTo(new ArchiveRecord.Other("metadata"));
    assertThat(((ArchiveRecord.Answer) records.get(2)).isPage()).isFalse();
  }

  @Test
  void shouldUndoChunksWhenAnAnswerCameInChunks() throws IOException {
    // Given
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5\r\nThe b\r\n6\r\nridge.\r\n0\r\n\r\n";
    byte[] archive =
        record("response", "https://paper.example/a", "application/http; msgtype=response", http)
            .getBytes(UTF_8);

    // When
    ArchiveRecord.Answer answer = (ArchiveRecord.Answer) read(archive).get(0);

    // Then
    assertThat(new String(answer.body(), UTF_8)).isEqualTo("The bridge.");
  }

  @Test
  void shouldKeepABodyWhenItsEncodingWasUndoneBefore() throws IOException {
    // Given
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + PAGE;
    byte[] archive =
        record("response", "https://paper.example/a", "application/http; msgtype=response", http)
            .getBytes(UTF_8);

    // When
    ArchiveRecord.Answer answer = (ArchiveRecord.Answer) read(archive).get(0);

    // Then
    assertThat(new String(answer.body(), UTF_8)).isEqualTo(PAGE);
  }

  @Test
  void shouldTellDamageAfterTheGoodRecordsWhenAnArchiveIsCutOff() throws IOException {
    // Given
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    archive.write(gzip(response("https://paper.example/a", "200 OK", "text/html", PAGE)));
    byte[] second = gzip(response("https://paper.example/b", "200 OK", "text/html", PAGE));
    archive.write(Arrays.copyOf(second, second.length / 2));

    // When
    List<ArchiveRecord> records = read(archive.toByteArray());

    // Then
    assertThat(((ArchiveRecord.Answer) records.get(0)).address())
        .isEqualTo("https://paper.example/a");
    assertThat(records.subList(1, records.size()))
        .isNotEmpty()
        .allMatch(ArchiveRecord.Damaged.class::isInstance);
  }

  @Test
  void shouldHaveNoDateWhenTheArchiveWritesNone() throws IOException {
    // Given
    String archive =
        response("https://paper.example/a", "200 OK", "text/html", PAGE)
            .replace("2026-03-01T10:00:00Z", "yesterday");

    // When
    ArchiveRecord.Answer answer = (ArchiveRecord.Answer) read(archive.getBytes(UTF_8)).get(0);

    // Then
    assertThat(answer.date()).isEmpty();
  }

  @Test
  void shouldReadArcWhenAnArchiveIsOld() throws IOException {
    // Given
    String body = "HTTP/1.0 200 OK\nContent-Type: text/html\n\n" + PAGE;
    String archive =
        "filedesc://old.arc 127.0.0.1 20260301100000 text/plain 69\n"
            + "1 0 Example\n"
            + "URL IP-address Archive-date Content-type Archive-length\n\n"
            + "http://paper.example/a 127.0.0.1 20260301100000 text/html "
            + body.length()
            + "\n"
            + body
            + "\n";

    // When
    List<ArchiveRecord> records = read(archive.getBytes(UTF_8));

    // Then
    ArchiveRecord.Answer answer = (ArchiveRecord.Answer) records.get(records.size() - 1);
    assertThat(answer.address()).isEqualTo("http://paper.example/a");
    assertThat(answer.date()).contains(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(new String(answer.body(), UTF_8)).isEqualTo(PAGE);
  }

  private static List<ArchiveRecord> read(byte[] archive) throws IOException {
    List<ArchiveRecord> records = new ArrayList<>();
    try (WebArchive open = new WebArchive(new ByteArrayInputStream(archive))) {
      Optional<ArchiveRecord> next = open.next();
      while (next.isPresent()) {
        records.add(next.get());
        next = open.next();
      }
    }
    return records;
  }

  private static String response(String address, String status, String type, String body) {
    String http = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n\r\n" + body;
    return record("response", address, "application/http; msgtype=response", http);
  }

  private static String record(String type, String address, String contentType, String block) {
    return "WARC/1.0\r\nWARC-Type: "
        + type
        + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>"
        + "\r\nWARC-Date: 2026-03-01T10:00:00Z\r\nWARC-Target-URI: "
        + address
        + "\r\nContent-Type: "
        + contentType
        + "\r\nContent-Length: "
        + block.getBytes(UTF_8).length
        + "\r\n\r\n"
        + block
        + "\r\n\r\n";
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }
}
