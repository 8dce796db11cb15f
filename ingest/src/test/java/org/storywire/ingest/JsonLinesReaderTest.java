package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.storywire.news.RawArticle;

class JsonLinesReaderTest {

  @Test
  void shouldTakeEveryFieldWhenLineIsComplete() throws IOException {
    // When
    RawArticle article =
        only(
            """
            {"id":"bridge-7","published":"2026-03-04T05:06:07Z","received":"2026-03-04T06:00:00Z",\
            "source":"Harbour Post","url":"https://harbour-post.example/7","title":"Bridge shut",\
            "body":"The bridge is shut.\\nDivers look at it.","section":"local","words":12,\
            "tags":["bridge",{"x":null}],"author":null}
            """);

    // Then
    assertThat(article.getNativeId()).isEqualTo("bridge-7");
    assertThat(article.getPublishedAt()).isEqualTo("2026-03-04T05:06:07Z");
    assertThat(article.getReceivedAt()).isEqualTo("2026-03-04T06:00:00Z");
    assertThat(article.getSource()).isEqualTo("Harbour Post");
    assertThat(article.getUrl()).isEqualTo("https://harbour-post.example/7");
    assertThat(article.getTitle()).isEqualTo("Bridge shut");
    assertThat(article.getBody()).isEqualTo("The bridge is shut.\nDivers look at it.");
    assertThat(article.getOrigin()).isEqualTo("feed.jsonl:1");
    assertThat(article.getExtra())
        .isEqualTo(Map.of("section", "local", "words", "12", "tags", "[\"bridge\",{\"x\":null}]"));
  }

  @Test
  void shouldLeaveRestEmptyWhenOnlyBodyIsGiven() throws IOException {
    // When
    RawArticle article = only("{\"body\":\"The ferry is back.\",\"title\":null,\"url\":\"\"}");

    // Then
    assertThat(article.getTitle()).isNull();
    assertThat(article.getUrl()).isNull();
    assertThat(article.getPublishedAt()).isNull();
    assertThat(article.getReceivedAt()).isEqualTo(Deliveries.NOW);
    assertThat(article.getSource()).isEqualTo("unknown");
    assertThat(article.getExtra()).isEmpty();
  }

  @Test
  void shouldJoinSentencesWhenThereIsNoBody() throws IOException {
    assertThat(only("{\"sentences\":[\"One .\",\"Two .\"],\"body\":null}").getBody())
        .isEqualTo("One .\nTwo .");
    assertThat(only("{\"sentences\":[\"One .\"],\"body\":\"Whole.\"}").getExtra())
        .containsEntry("sentences", "[\"One .\"]");
  }

  @Test
  void shouldDeliverWhenBodyIsEmpty() throws IOException {
    assertThat(only("{\"id\":\"e\",\"body\":\"\"}").getBody()).isEmpty();
  }

  @Test
  void shouldTakeNumberAsTextWhenIdIsNumber() throws IOException {
    assertThat(only("{\"id\":42,\"body\":\"x\"}").getNativeId()).isEqualTo("42");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"body\": \"cut of| line is not JSON",
        "half past nine| line is not JSON",
        "{\"body\":\"x\"} {\"body\":\"y\"}| line is not JSON",
        "[\"body\"]| line is a JSON array, expected an object",
        "\"body\"| line is a JSON string, expected an object",
        "null| line is a JSON null, expected an object",
        "{\"title\":\"x\"}| line has no body, expected a field body or sentences",
        "{\"body\":null}| line has no body, expected a field body or sentences",
        "{\"body\":7}| line has a body that is a number, expected a string",
        "{\"sentences\":\"x\"}| line has a sentences that is a string, expected an array",
        "{\"sentences\":[1]}| line has a sentence that is a number, expected a string"
      })
  void shouldSayWhyAndGoOnWhenLineIsBad(String line, String reason) throws IOException {
    // When
    List<Delivery> deliveries = read("\n" + line + "\n{\"id\":\"next\",\"body\":\"x\"}\n");

    // Then
    assertThat(Deliveries.ids(deliveries)).containsExactly("bad", "next");
    Delivery.Bad bad = Deliveries.bad(deliveries.get(0));
    assertThat(bad.file()).isEqualTo("feed.jsonl");
    assertThat(bad.line()).isEqualTo(2);
    assertThat(bad.reason()).startsWith(reason);
    assertThat(new String(bad.bytes().get(), StandardCharsets.UTF_8)).isEqualTo(line);
  }

  @Test
  void shouldBeBadWhenNestingIsAbsurd() throws IOException {
    assertThat(read("[".repeat(100_000)))
        .singleElement()
        .isInstanceOfSatisfying(
            Delivery.Bad.class, bad -> assertThat(bad.reason()).startsWith("line is not JSON"));
  }

  @Test
  void shouldNumberLinesByEndsOfLineWhenTheseAreMixed() throws IOException {
    // When
    List<Delivery> deliveries =
        read("\uFEFF{\"body\":\"a\"}\r\n  \r\n\n{\"body\":\"b\"}\n{\"body\":\"c\"}");

    // Then
    assertThat(deliveries)
        .extracting(delivery -> Deliveries.article(delivery).getOrigin())
        .containsExactly("feed.jsonl:1", "feed.jsonl:4", "feed.jsonl:5");
  }

  @Test
  void shouldReplaceWhenTextIsNotUtf8() throws IOException {
    // Given
    byte[] latin1 = "{\"body\":\"caf\u00e9 open\"}".getBytes(StandardCharsets.ISO_8859_1);

    // When
    List<Delivery> deliveries = read(new ByteArrayInputStream(latin1));

    // Then
    assertThat(Deliveries.article(deliveries.get(0)).getBody()).isEqualTo("caf\uFFFD open");
  }

  @Test
  void shouldKeepOnlyItsStartWhenLineIsTooLong() throws IOException {
    // Given
    long length = 40L << 20;
    InputStream tooLong = new Filler(length);
    InputStream next = stream("\n{\"id\":\"next\",\"body\":\"x\"}\n");

    // When
    List<Delivery> deliveries = read(new SequenceInputStream(tooLong, next));

    // Then
    assertThat(Deliveries.ids(deliveries)).containsExactly("bad", "next");
    Delivery.Bad bad = Deliveries.bad(deliveries.get(0));
    assertThat(bad.line()).isEqualTo(1);
    assertThat(bad.reason()).startsWith("line of 41943040 bytes, expected at most 16777216");
    assertThat(bad.bytes().get()).hasSize(Delivery.Bad.MOST_BYTES);
    assertThat(Deliveries.article(deliveries.get(1)).getOrigin()).isEqualTo("feed.jsonl:2");
  }

  @Test
  void shouldReadWhenLineIsJustShortEnough() throws IOException {
    // Given
    String frame = "{\"body\":\"\"}";
    String text = "x".repeat(JsonLinesReader.LONGEST_LINE - frame.length());

    // When
    RawArticle article = only("{\"body\":\"" + text + "\"}");

    // Then
    assertThat(article.getBody()).hasSize(text.length());
  }

  private static RawArticle only(String lines) throws IOException {
    List<Delivery> deliveries = read(lines);
    assertThat(deliveries).hasSize(1);
    return Deliveries.article(deliveries.get(0));
  }

  private static List<Delivery> read(String lines) throws IOException {
    return read(stream(lines));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Delivery> read(InputStream in) throws IOException {
    List<Delivery> deliveries = new ArrayList<>();
    try (JsonLinesReader reader = new JsonLinesReader("feed.jsonl", () -> in, Deliveries.CLOCK)) {
      Optional<Delivery> next = reader.next();
      while (next.isPresent()) {
        deliveries.add(next.get());
        next = reader.next();
      }
    }
    return deliveries;
  }

  /** As many bytes as asked for, without an end of line and without holding them. */
  private static final class Filler extends InputStream {
    private long left;

    Filler(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] bytes, int start, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(bytes, start, start + count, (byte) 'x');
      left -= count;
      return count;
    }
  }
}
