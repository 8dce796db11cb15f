package org.storywire.processor.workbench.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.storywire.processor.topics.Taxonomy;
import org.storywire.processor.workbench.Corpus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the taxonomy resource from IPTC's release files. */
@Command(
    name = "taxonomy",
    mixinStandardHelpOptions = true,
    description = "Writes the taxonomy resource from IPTC's release files.")
public final class BuildTaxonomy implements Callable<Integer> {

  /** Locale columns of the multilingual table, and the BCP 47 tag each becomes. */
  private static final Map<String, String> LOCALES = locales();

  private static final Pattern CODE = Pattern.compile("\\b(\\d{8})\\b");

  @Option(
      names = "--data",
      required = true,
      description = "Directory with cptall-en-GB.json and mediatopics-multilingual-*.tsv.gz.")
  private Path data;

  @Option(
      names = "--out",
      required = true,
      description = "Directory that receives media-topics-*.tsv.")
  private Path out;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new BuildTaxonomy()).execute(args));
  }

  private static Map<String, String> locales() {
    Map<String, String> locales = new LinkedHashMap<>();
    locales.put("ar", "ar");
    locales.put("dk", "da");
    locales.put("de", "de");
    locales.put("en-US", "en-US");
    locales.put("es", "es");
    locales.put("fr", "fr");
    locales.put("no-NB", "nb");
    locales.put("no-NN", "nn");
    locales.put("pt-BR", "pt-BR");
    locales.put("pt-PT", "pt-PT");
    locales.put("se", "sv");
    locales.put("zh-Hans", "zh-Hans");
    return locales;
  }

  @Override
  public Integer call() throws IOException {
    JsonNode release = new ObjectMapper().readTree(data.resolve("cptall-en-GB.json").toFile());
    Map<String, JsonNode> concepts = new TreeMap<>();
    release.path("conceptSet").forEach(c -> concepts.put(digits(c.path("qcode").asText()), c));
    Map<String, Map<String, String>> labels = new HashMap<>();
    Path table = data.resolve("mediatopics-multilingual-2023-10-24.tsv.gz");
    for (Map<String, String> row : Corpus.table(table)) {
      labels.put(digits(row.get("NewsCode-QCode (flat)")), row);
    }
    List<String> lines = new ArrayList<>();
    lines.add("# IPTC Media Topics NewsCodes, release " + Taxonomy.RELEASE + ".");
    lines.add("# Copyright International Press Telecommunications Council, https://iptc.org");
    lines.add("# Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/");
    lines.add("# Changed: table form; successors of retired concepts drawn from the notes;");
    lines.add("# labels in other locales from the release of 2023-10-24.");
    lines.add(
        "code\tparent\tsuccessor\twikidata\tlabel\tdefinition\t"
            + String.join("\t", LOCALES.values()));
    for (Map.Entry<String, JsonNode> entry : concepts.entrySet()) {
      lines.add(row(entry.getKey(), concepts, labels.getOrDefault(entry.getKey(), Map.of())));
    }
    Path file = out.resolve("media-topics-" + Taxonomy.RELEASE + ".tsv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    System.out.printf("%s: %d concepts%n", file, concepts.size());
    return 0;
  }

  private static String row(
      String code, Map<String, JsonNode> concepts, Map<String, String> labels) {
    JsonNode concept = concepts.get(code);
    List<String> cells = new ArrayList<>();
    cells.add(code);
    cells.add(parent(concept));
    cells.add(concept.has("retired") ? successor(code, concepts) : "");
    cells.add(wikidata(concept));
    cells.add(concept.path("prefLabel").path("en-GB").asText());
    cells.add(concept.path("definition").path("en-GB").asText());
    LOCALES.keySet().forEach(locale -> cells.add(labels.getOrDefault("Name (" + locale + ")", "")));
    cells.replaceAll(cell -> cell.replaceAll("\\s+", " ").strip());
    return String.join("\t", cells);
  }

  private static String parent(JsonNode concept) {
    return concept.has("broader") ? digits(concept.path("broader").path(0).asText()) : "";
  }

  /** The first active concept that the retirement note names, else the nearest active ancestor. */
  private static String successor(String code, Map<String, JsonNode> concepts) {
    JsonNode concept = concepts.get(code);
    String notes =
        concept.path("changeNote").path("en-GB").asText()
            + " "
            + concept.path("note").path("en-GB").asText();
    Matcher named = CODE.matcher(notes);
    while (named.find()) {
      JsonNode candidate = concepts.get(named.group(1));
      if (candidate != null && !candidate.has("retired")) {
        return named.group(1);
      }
    }
    String ancestor = parent(concept);
    while (!ancestor.isEmpty() && concepts.get(ancestor).has("retired")) {
      ancestor = parent(concepts.get(ancestor));
    }
    return ancestor;
  }

  private static String wikidata(JsonNode concept) {
    for (String relation : List.of("exactMatch", "closeMatch", "broadMatch")) {
      for (JsonNode target : concept.path(relation)) {
        String uri = target.asText();
        if (uri.contains("wikidata.org/entity/")) {
          return uri.substring(uri.lastIndexOf('/') + 1);
        }
      }
    }
    return "";
  }

  private static String digits(String uriOrCode) {
    return uriOrCode.substring(uriOrCode.length() - 8);
  }
}
