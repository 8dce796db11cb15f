package org.storywire.processor.story.features;

import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Map;
import org.storywire.processor.text.StopWords;

/** Function words of a language; most other words are told from them without a search. */
final class FunctionWords {

  /** Languages that need not be prepared for every article. */
  private static final Map<String, FunctionWords> PREPARED =
      Map.of(
          "en", new FunctionWords("en"),
          "es", new FunctionWords("es"),
          "fr", new FunctionWords("fr"),
          "de", new FunctionWords("de"));

  private final LongSet hashes;
  private final KeyFilter filter = new KeyFilter();

  private FunctionWords(String language) {
    this.hashes = StopWords.of(language);
    hashes.forEach(hash -> filter.add((int) hash));
  }

  static FunctionWords of(String language) {
    FunctionWords prepared = PREPARED.get(language);
    return prepared == null ? new FunctionWords(language) : prepared;
  }

  /** Whether a token with this hash is one. */
  boolean has(long hash) {
    return filter.mayHave((int) hash) != 0 && hashes.contains(hash);
  }
}
