package org.storywire.processor.workbench.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.storywire.processor.text.Text;
import org.storywire.processor.topics.Tagger;
import org.storywire.processor.topics.Terms;

/** Texts without a topic, {@code no-news.tsv}: every labelled set holds news only. */
final class NoNews {

  static final String SET = "no-news";

  private NoNews() {}

  /** The texts of one language as examples of no topic. */
  static List<Example> of(String language) {
    List<Example> examples = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                NoNews.class.getResourceAsStream("no-news.tsv"), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith(language + '\t')) {
          examples.add(example(language, line.substring(language.length() + 1), examples.size()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read no-news.tsv", e);
    }
    return examples;
  }

  private static Example example(String language, String text, int number) {
    return new Example(
        SET + number,
        SET,
        language,
        "",
        new long[0],
        Terms.of(Text.of(text), Tagger.BODY_TERMS),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        "",
        0,
        1 + number % (LabelledSets.FOLDS - 1));
  }
}
