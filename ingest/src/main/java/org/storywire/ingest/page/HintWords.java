package org.storywire.ingest.page;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.storywire.ingest.markup.Table;

/** The words of {@code hints.txt}: which names of elements hint at what. */
final class HintWords {

  private static final String RESOURCE = "hints.txt";

  private final Map<String, Set<Hint>> words = new HashMap<>();

  /** Hints by the beginning of a word. */
  private final TreeMap<String, Set<Hint>> beginnings = new TreeMap<>();

  private HintWords() {}

  /** No words: nothing is hinted at. */
  static HintWords none() {
    return new HintWords();
  }

  static HintWords load() {
    HintWords loaded = new HintWords();
    Table.rows(HintWords.class, RESOURCE).forEach(row -> loaded.addLine(row.get(0)));
    return loaded;
  }

  private void addLine(String line) {
    String[] parts = line.strip().split(" +");
    Hint hint = Hint.valueOf(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      String word = parts[i];
      if (word.endsWith("*")) {
        add(beginnings, word.substring(0, word.length() - 1), hint);
      } else {
        add(words, word, hint);
      }
    }
  }

  private static void add(Map<String, Set<Hint>> to, String word, Hint hint) {
    to.computeIfAbsent(word, w -> EnumSet.noneOf(Hint.class)).add(hint);
  }

  /** Hints of a name such as {@code c-relatedArticles story_box}. */
  Set<Hint> of(String name) {
    Set<Hint> found = EnumSet.noneOf(Hint.class);
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean cut = i == name.length() || !Character.isLetterOrDigit(name.charAt(i));
      boolean hump = !cut && i > start && isHump(name, i);
      if (cut || hump) {
        if (i > start) {
          found.addAll(ofWord(name.substring(start, i).toLowerCase(Locale.ROOT)));
        }
        start = hump ? i : i + 1;
      }
    }
    return found;
  }

  private static boolean isHump(String name, int i) {
    return Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1));
  }

  private Set<Hint> ofWord(String word) {
    Set<Hint> exact = words.get(word);
    if (exact != null) {
      return exact;
    }
    Map.Entry<String, Set<Hint>> beginning = beginnings.floorEntry(word);
    return beginning != null && word.startsWith(beginning.getKey())
        ? beginning.getValue()
        : Set.of();
  }
}
