package org.storywire.processor.workbench.topics;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.Tokens;
import org.storywire.processor.topics.Tagger;
import org.storywire.processor.topics.Taxonomy;
import org.storywire.processor.topics.Terms;
import org.storywire.processor.workbench.Corpus;

/**
 * Reads the sets of general news: headlines and openings with codes that were mapped from sections.
 * A publisher's section is surer than an aggregator's category. The same text in the same set is
 * read once; segments of addresses that look like sections and are none are listed in {@code
 * false-sections.tsv}.
 */
final class GeneralSets {

  private static final List<String> FILES = List.of("en", "fr", "de", "es", "other");

  /** Languages with enough labelled items. */
  static final Set<String> LANGUAGES = Set.of("en", "fr", "de", "es", "it", "nl");

  private static final Set<String> SETS =
      Set.of("huffpost", "newsapi-fr", "noticias360-es", "gasteiz-es", "headlines-nl-nu");

  private final Path data;
  private final Taxonomy taxonomy;
  private final Map<String, Set<String>> falseSections = new HashMap<>();
  private final Map<Set<String>, Set<String>> known = new HashMap<>();

  GeneralSets(Path data, Taxonomy taxonomy) {
    this.data = data;
    this.taxonomy = taxonomy;
    readFalseSections();
  }

  private void readFalseSections() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                GeneralSets.class.getResourceAsStream("false-sections.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          String code = Taxonomy.PREFIX + cells[2];
          falseSections.computeIfAbsent(cells[0] + ' ' + cells[1], k -> new HashSet<>()).add(code);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read false-sections.tsv", e);
    }
  }

  /** Whether an example is of one of these sets. */
  static boolean holds(Example example) {
    return example.set().contains("-20") || SETS.contains(example.set());
  }

  /** All items, in a fixed order. */
  List<Example> all() {
    List<Example> all = new ArrayList<>();
    for (String file : FILES) {
      Set<String> seen = new HashSet<>();
      Corpus.forEach(
          data.resolve("topics-general-" + file + "/articles.jsonl.gz"),
          line -> {
            Example example = example(line);
            if (LANGUAGES.contains(example.language())
                && !example.primary().isEmpty()
                && seen.add(example.set() + ' ' + example.heading())) {
              all.add(example);
            }
          });
    }
    return all;
  }

  private Example example(Corpus.Line line) {
    JsonNode fields = line.fields();
    String language = fields.path("lang").asText();
    Set<String> primary = codes(fields.path("iptc"));
    Set<String> sure = codes(fields.path("iptc_url"));
    boolean machine = false;
    for (JsonNode label : fields.path("labels")) {
      String name = label.asText();
      machine |= name.startsWith("provider:");
      primary.removeAll(falseSections.getOrDefault(language + ' ' + name, Set.of()));
    }
    sure.retainAll(primary);
    Document document = line.document(language);
    String heading = document.title().string();
    return new Example(
        line.id(),
        fields.path("set").asText(),
        language,
        heading,
        Terms.of(document.title(), Tagger.TITLE_TERMS),
        Terms.of(document.body(), Tagger.BODY_TERMS),
        Set.of(),
        shared(primary),
        Set.of(),
        shared(machine ? sure : primary),
        line.source().intern(),
        (int) (line.published().getEpochSecond() / 86_400),
        (int)
            Long.remainderUnsigned(Hashing.hash64(Tokens.normalise(heading)), LabelledSets.FOLDS));
  }

  private Set<String> codes(JsonNode array) {
    Set<String> codes = new TreeSet<>();
    array.forEach(code -> codes.add(taxonomy.active(Taxonomy.PREFIX + code.asText()).code()));
    return codes;
  }

  private Set<String> shared(Set<String> codes) {
    return known.computeIfAbsent(codes, Set::copyOf);
  }
}
