package org.storywire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonArticlePropertyTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int[] LETTERS = {
    'a', 'Q', '7', ' ', '\n', '\r', '\t', '"', '\\', '/', '{', 0x00, 0x1B, 0xE9, 0x2028, 0x202E,
    0x4E2D, 0x1F600
  };

  private final Random random = new Random(5);

  @Test
  void shouldBeEqualWhenParsedAfterPrinting() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      // Given
      GivenArticle article = next();

      // When
      GivenArticle parsed = JsonArticle.parse(print(article));

      // Then
      assertThat(parsed).isEqualTo(article);
      assertThat(parsed.toDelivery("f:1", Deliveries.CLOCK))
          .isEqualTo(article.toDelivery("f:1", Deliveries.CLOCK));
    }
  }

  private GivenArticle next() {
    Map<String, String> extra = new TreeMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      extra.put("x-" + text(), text());
    }
    return new GivenArticle(
        maybe(text()),
        maybe(Instant.ofEpochMilli(random.nextLong(1L << 41)).toString()),
        maybe(Instant.ofEpochMilli(random.nextLong(1L << 41)).toString()),
        maybe(text()),
        maybe("https://" + random.nextInt(99) + ".example/" + text()),
        maybe(text()),
        text(),
        extra);
  }

  private Optional<String> maybe(String value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      text.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
    }
    return text.toString();
  }

  private static String print(GivenArticle article) throws JsonProcessingException {
    ObjectNode object = JSON.createObjectNode();
    article.id().ifPresent(value -> object.put("id", value));
    article.published().ifPresent(value -> object.put("published", value));
    article.received().ifPresent(value -> object.put("received", value));
    article.source().ifPresent(value -> object.put("source", value));
    article.url().ifPresent(value -> object.put("url", value));
    article.title().ifPresent(value -> object.put("title", value));
    object.put("body", article.body());
    article.extra().forEach(object::put);
    return JSON.writeValueAsString(object);
  }
}
