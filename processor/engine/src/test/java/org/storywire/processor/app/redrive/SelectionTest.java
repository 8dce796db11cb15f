package org.storywire.processor.app.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.storywire.schemas.NewsTopics;

class SelectionTest {

  private final Selection all = new Selection(Optional.empty(), Optional.empty(), Set.of(), false);

  @Test
  void shouldLeaveALetterAloneWhenAPartOfItsRecordIsMissing() {
    // Given
    Letter whole = letter();
    Letter cut =
        letter("storywire.errors.cut", "value of 9000000 bytes, the first 8388608 are kept");

    // When / Then
    assertThat(all.wants(whole)).isTrue();
    assertThat(all.wants(cut)).isFalse();
  }

  @Test
  void shouldLeaveALetterAloneWhenItWasRedrivenBefore() {
    // Given
    Selection again = new Selection(Optional.empty(), Optional.empty(), Set.of(), true);
    Letter redriven = letter(Letter.REDRIVEN, "0:3");

    // When / Then
    assertThat(all.wants(redriven)).isFalse();
    assertThat(again.wants(redriven)).isTrue();
  }

  private static Letter letter(String... headers) {
    ConsumerRecord<byte[], byte[]> letter =
        new ConsumerRecord<>(
            NewsTopics.DEAD_LETTERS, 0, 7, bytes("ledger.example"), new byte[] {1});
    letter.headers().add("__streams.errors.topic", bytes(NewsTopics.RAW_ARTICLES));
    for (int i = 0; i < headers.length; i += 2) {
      letter.headers().add(headers[i], bytes(headers[i + 1]));
    }
    return new Letter(letter);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
