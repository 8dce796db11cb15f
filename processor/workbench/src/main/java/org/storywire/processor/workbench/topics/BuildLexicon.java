package org.storywire.processor.workbench.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.storywire.processor.topics.Concept;
import org.storywire.processor.topics.Taxonomy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the part of the lexicon that IPTC's labels and boolean rules give. */
@Command(
    name = "lexicon",
    mixinStandardHelpOptions = true,
    description = "Writes the lexicon that IPTC's labels and boolean rules give.")
public final class BuildLexicon implements Callable<Integer> {

  private static final String SPORT = Taxonomy.PREFIX + "15000000";

  @Option(
      names = "--data",
      required = true,
      description = "Directory with extra-rules-english.jsonl.")
  private Path data;

  @Option(names = "--out", required = true, description = "Directory that receives the lexicon.")
  private Path out;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new BuildLexicon()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Taxonomy taxonomy = Taxonomy.load();
    List<String> lines = new ArrayList<>();
    lines.add("# Written by storywire lab topics lexicon; do not edit.");
    lines.add("# Labels: IPTC Media Topics, copyright IPTC (https://iptc.org), CC BY 4.0.");
    lines.add("# Rule terms: EXTRA rules, copyright (c) 2017 IPTC, MIT licence.");
    labels(taxonomy, lines);
    rules(taxonomy, lines);
    Path file = out.resolve("lexicon-iptc.tsv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    System.out.printf("%s: %d lines%n", file, lines.size());
    return 0;
  }

  /** Labels of two or more words, and one-word names of sports, which mean nothing else. */
  private static void labels(Taxonomy taxonomy, List<String> lines) {
    for (Concept concept : taxonomy.all()) {
      if (concept.retired()) {
        continue;
      }
      boolean sport = taxonomy.topLevelOf(concept.code()).equals(SPORT);
      for (String language : List.of("en", "es", "fr", "de")) {
        String label =
            language.equals("en") ? concept.label() : concept.labels().getOrDefault(language, "");
        String term = label.replaceAll("\\(.*\\)", "").strip().toLowerCase(Locale.ROOT);
        boolean list = term.contains(",") || term.contains("/") || term.contains(";");
        boolean telling = term.indexOf(' ') > 0 || (sport && term.length() > 4);
        if (!list && telling) {
          lines.add(line(concept.code(), language, List.of(term)));
        }
      }
    }
  }

  private void rules(Taxonomy taxonomy, List<String> lines) throws IOException {
    Map<String, List<String>> terms = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(data.resolve("extra-rules-english.jsonl"))) {
      JsonNode rule = json.readTree(line);
      String code = taxonomy.active(rule.path("topicId").asText()).code();
      for (RuleTerms.Term term : RuleTerms.of(rule.path("query").asText())) {
        String marked = term.phrase() ? term.term() : term.term() + "-";
        terms.computeIfAbsent(code, c -> new ArrayList<>()).add(marked);
      }
    }
    terms.forEach((code, list) -> lines.add(line(code, "en", list)));
  }

  private static String line(String code, String language, List<String> terms) {
    String digits = code.substring(Taxonomy.PREFIX.length());
    return digits + '\t' + language + '\t' + String.join("; ", terms);
  }
}
