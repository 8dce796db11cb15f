package org.storywire.processor.topics;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.ints.IntSets;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.storywire.processor.text.Hashing;

/**
 * Words that are no names though they may have a capital, by how the press writes them: {@code
 * storywire topics words} counts it. The upper halves of their hashes are kept.
 */
final class CommonWords {

  private static final int SHORTEST_PART = 4;
  private static final List<String> NOUN_ENDINGS =
      List.of("heit", "keit", "schaft", "tion", "ungen", "ität");
  private static final CommonWords NONE = new CommonWords(IntSets.EMPTY_SET, false);

  private final IntSet words;
  private final boolean compounds;

  private CommonWords(IntSet words, boolean compounds) {
    this.words = words;
    this.compounds = compounds;
  }

  /** Those of each language that has some. */
  static Map<String, CommonWords> load() {
    Map<String, CommonWords> byLanguage = new TreeMap<>();
    try (DataInputStream in = new DataInputStream(Resources.open("common-words.bin"))) {
      int languages = in.readInt();
      for (int l = 0; l < languages; l++) {
        String language = in.readUTF();
        int size = in.readInt();
        IntSet words = new IntOpenHashSet(size);
        for (int i = 0; i < size; i++) {
          words.add(in.readInt());
        }
        byLanguage.put(language, new CommonWords(words, language.equals("de")));
      }
    } catch (IOException e) {
      throw new IllegalStateException("unable to read resource common-words.bin", e);
    }
    return byLanguage;
  }

  /** Those of a language; none for a language that has no list. */
  static CommonWords of(Map<String, CommonWords> byLanguage, String language) {
    return byLanguage.getOrDefault(language, NONE);
  }

  /** Whether nouns have capitals, so that a capital tells nothing. */
  boolean nounsHaveCapitals() {
    return compounds;
  }

  /** Whether a word that is not here is hardly an ordinary one. */
  boolean isFull() {
    return !compounds && !words.isEmpty();
  }

  boolean has(long hash) {
    return words.contains((int) (hash >>> 32));
  }

  /** Whether a German word ends with a common one ("Klimagipfel") or as only ordinary nouns do. */
  boolean hasEndOf(String word) {
    if (!compounds) {
      return false;
    }
    if (NOUN_ENDINGS.stream().anyMatch(word::endsWith)) {
      return true;
    }
    for (int from = 2; from <= word.length() - SHORTEST_PART; from++) {
      if (has(Hashing.hash64(word.substring(from)))) {
        return true;
      }
    }
    return false;
  }
}
