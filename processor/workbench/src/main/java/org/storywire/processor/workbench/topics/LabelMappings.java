package org.storywire.processor.workbench.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.storywire.processor.topics.Taxonomy;

/** What the labels of each set mean in the taxonomy; the table is {@code label-mappings.tsv}. */
final class LabelMappings {

  /**
   * Topics of a label.
   *
   * @param primary the topic by which the set is judged
   * @param further topics such articles usually have too
   */
  record Meaning(String primary, List<String> further) {}

  private final Map<String, Meaning> meanings = new HashMap<>();

  private LabelMappings() {}

  static LabelMappings load(Taxonomy taxonomy) {
    LabelMappings mappings = new LabelMappings();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                LabelMappings.class.getResourceAsStream("label-mappings.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        if (!line.startsWith("#") && !cells[2].equals("-")) {
          List<String> further =
              Arrays.stream(cells[3].split(" "))
                  .filter(code -> !code.isEmpty())
                  .map(code -> taxonomy.active(Taxonomy.PREFIX + code).code())
                  .toList();
          String primary = taxonomy.active(Taxonomy.PREFIX + cells[2]).code();
          mappings.meanings.put(cells[0] + '\t' + cells[1], new Meaning(primary, further));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read label-mappings.tsv", e);
    }
    return mappings;
  }

  /** The label's topics; empty if it is left out or unknown. */
  Optional<Meaning> meaning(String set, String label) {
    return Optional.ofNullable(meanings.get(set + '\t' + label));
  }
}
