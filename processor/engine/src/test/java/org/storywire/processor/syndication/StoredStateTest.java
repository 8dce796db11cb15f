package org.storywire.processor.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.storywire.processor.StateFiles;

class StoredStateTest {

  @Test
  void shouldWriteTheSameBytesWhenStoredArticlesAreReadAndWrittenAgain() {
    // Given
    Map<String, byte[]> stored = StateFiles.read(StateFiles.TODAY).get("syndication-copies");
    CopyWindow held = new CopyWindow(SyndicationConfig.defaults());

    // When
    CopyTree tree = new CopyTree();
    for (byte[] value : stored.values()) {
      EntryCodec.Stored article = EntryCodec.decode(value);
      Entry entry = tree.restored(article);
      held.restore(entry, article);
      tree.restore(entry, article, held::find);
    }

    // Then
    assertThat(stored)
        .isNotEmpty()
        .allSatisfy(
            (key, value) -> {
              EntryCodec.Stored read = EntryCodec.decode(value);
              Entry entry = held.find(read.fingerprint().id()).orElseThrow();
              assertThat(EntryCodec.encode(entry, read.clock())).isEqualTo(value);
            });
    assertThat(stored.values())
        .anySatisfy(value -> assertThat(EntryCodec.decode(value).parent()).isNotNull());
  }
}
