package org.storywire.processor.workbench.syndication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.storywire.processor.workbench.Corpus;

/**
 * Predicted pairs of different sources that bear no label, but were read and judged: {@code right};
 * {@code taken}, where a post takes over paragraphs of another's report without marks; {@code
 * wrong}. What share of a run's unlabelled pairs the list covers tells how far its precision holds.
 */
final class ReadPairs {

  private static final String LIST = "read-pairs.tsv";

  private final Map<String, String> verdicts = new HashMap<>();
  private final Set<String> labelled = new HashSet<>();

  /**
   * The list kept with the program.
   *
   * @param labels rows of the labelled pairs, which do not count
   */
  ReadPairs(List<Map<String, String>> labels) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ReadPairs.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        verdicts.put(key(cells[0], cells[1]), cells[2]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + LIST, e);
    }
    for (Map<String, String> row : labels) {
      if (!row.get("label").equals("ignore")) {
        labelled.add(key(row.get("a"), row.get("b")));
      }
    }
  }

  private static String key(String one, String other) {
    return one.compareTo(other) < 0 ? one + "\t" + other : other + "\t" + one;
  }

  /** One line: pairs of one group and different sources by verdict, and the precision of those. */
  String report(List<Corpus.Line> lines, Map<String, String> group) {
    Map<String, List<Corpus.Line>> groups = new TreeMap<>();
    lines.forEach(
        line -> groups.computeIfAbsent(group.get(line.id()), id -> new ArrayList<>()).add(line));
    Map<String, Integer> counts = new TreeMap<>(Map.of("right", 0, "taken", 0, "wrong", 0));
    for (List<Corpus.Line> members : groups.values()) {
      for (int i = 0; i < members.size(); i++) {
        for (Corpus.Line other : members.subList(i + 1, members.size())) {
          String key = key(members.get(i).id(), other.id());
          String source = members.get(i).source();
          boolean known = source.equals(other.source()) && !source.equals("unknown");
          if (!known && !labelled.contains(key)) {
            counts.merge(verdicts.getOrDefault(key, "not read"), 1, Integer::sum);
          }
        }
      }
    }
    double right = counts.get("right");
    double taken = counts.get("taken");
    double read = right + taken + counts.get("wrong");
    return String.format(
        Locale.ROOT,
        "unlabelled pairs of different sources: %s; precision %.2f, %.2f if taken is wrong",
        counts,
        (right + taken) / Math.max(1, read),
        right / Math.max(1, read));
  }
}
