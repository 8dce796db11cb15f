package org.storywire.processor.workbench.topics;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.Span;
import org.storywire.processor.text.Text;
import org.storywire.processor.text.Tokens;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes which words are no names, by how the press writes them: words that within a sentence
 * mostly stand in lower case (Lita et al. 2003, "tRuEcasIng"), and in German, where every noun has
 * a capital, nouns that often follow an article. Only hashes are written.
 */
@Command(
    name = "words",
    mixinStandardHelpOptions = true,
    description = "Writes which words are no names, by how the press writes them.")
public final class BuildCommonWords implements Callable<Integer> {

  private static final int FEWEST = 4;
  private static final int FEWEST_NOUNS = 2;
  private static final int LOWER_FOR_EACH_CAPITAL = 3;
  private static final double WITH_ARTICLE = 0.1;
  private static final LongSet GERMAN_ARTICLES = new LongOpenHashSet();

  static {
    String articles =
        "der die das dem den des ein eine einen einem einer eines kein keine keinen keiner im am"
            + " zum zur beim vom ins ans dieser diese dieses diesen jede jeder jedes mehr viele"
            + " alle weniger wenig sein seine seinen seiner ihr ihre ihren ihrer";
    for (String article : articles.split(" ")) {
      GERMAN_ARTICLES.add(Hashing.hash64(article));
    }
  }

  /** Files of each language. */
  private static final Map<String, String[]> FILES =
      new TreeMap<>(
          Map.of(
              "en", new String[] {"topics-general-en/articles", "articles-outlets/articles-2017"},
              "fr", new String[] {"topics-general-fr/articles", "topics-masakhanews/articles-fra"},
              "de", new String[] {"topics-general-de/articles"},
              "es", new String[] {"topics-general-es/articles"}));

  @Option(names = "--data", required = true, description = "Directory with the sets.")
  private Path data;

  @Option(names = "--out", required = true, description = "Directory that receives the words.")
  private Path out;

  /** How often a word stands within sentences. */
  private static final class Count {
    int lower;
    int capital;
    int afterArticle;

    boolean isCommon() {
      return lower >= FEWEST && lower >= LOWER_FOR_EACH_CAPITAL * capital
          || afterArticle >= FEWEST_NOUNS && afterArticle >= WITH_ARTICLE * capital;
    }
  }

  @Override
  public Integer call() throws IOException {
    Path file = Files.createDirectories(out).resolve("common-words.bin");
    try (DataOutputStream words = new DataOutputStream(Files.newOutputStream(file))) {
      words.writeInt(FILES.size());
      for (Map.Entry<String, String[]> entry : FILES.entrySet()) {
        int[] hashes = common(entry.getKey(), entry.getValue());
        words.writeUTF(entry.getKey());
        words.writeInt(hashes.length);
        for (int hash : hashes) {
          words.writeInt(hash);
        }
        System.out.printf("%s: %d words%n", entry.getKey(), hashes.length);
      }
    }
    return 0;
  }

  private int[] common(String language, String[] files) {
    Long2ObjectOpenHashMap<Count> counts = new Long2ObjectOpenHashMap<>();
    for (String name : files) {
      Corpus.forEach(
          data.resolve(name + ".jsonl.gz"),
          line -> {
            if (line.fields().path("lang").asText(language).equals(language)) {
              Document document = line.document(language);
              count(document.body(), language, counts);
              if (!language.equals("en")) {
                count(document.title(), language, counts);
              }
            }
          });
    }
    return counts.long2ObjectEntrySet().stream()
        .filter(entry -> entry.getValue().isCommon())
        .mapToInt(entry -> (int) (entry.getLongKey() >>> 32))
        .sorted()
        .distinct()
        .toArray();
  }

  private static void count(Text text, String language, Long2ObjectMap<Count> counts) {
    Tokens tokens = text.tokens();
    boolean german = language.equals("de");
    for (Span sentence : text.sentences()) {
      int from = tokens.firstAt(sentence.start());
      int to = tokens.firstAt(sentence.end());
      if (!german && mostlyCapitalised(tokens, from, to)) {
        continue;
      }
      for (int i = from + 1; i < to; i++) {
        boolean alone = !tokens.capitalised(i - 1) && (i + 1 == to || !tokens.capitalised(i + 1));
        if (tokens.number(i) || tokens.upperCase(i) || !follows(text.string(), tokens, i)) {
          continue;
        }
        Count count = counts.computeIfAbsent(tokens.hash(i), hash -> new Count());
        if (!tokens.capitalised(i)) {
          count.lower++;
        } else if (german || alone) {
          count.capital++;
          count.afterArticle += german && GERMAN_ARTICLES.contains(tokens.hash(i - 1)) ? 1 : 0;
        }
      }
    }
  }

  private static boolean mostlyCapitalised(Tokens tokens, int from, int to) {
    int capitals = 0;
    for (int i = from; i < to; i++) {
      capitals += tokens.capitalised(i) ? 1 : 0;
    }
    return capitals * 2 > to - from;
  }

  /** Whether only a space, or a comma and a space, stand before a word. */
  private static boolean follows(String text, Tokens tokens, int i) {
    String between = text.substring(tokens.end(i - 1), tokens.start(i));
    return between.equals(" ") || between.equals(", ");
  }
}
