package org.storywire.processor.workbench.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Hashing;
import org.storywire.processor.text.Tokens;
import org.storywire.processor.topics.Tagger;
import org.storywire.processor.topics.Taxonomy;
import org.storywire.processor.topics.Terms;
import org.storywire.processor.workbench.Corpus;

/** Reads the labelled sets of a data directory as examples. */
final class LabelledSets {

  static final int FOLDS = 5;

  private static final int MOST_INCIDENTS = 800;

  private final Path data;
  private final LabelMappings mappings;

  LabelledSets(Path data, Taxonomy taxonomy) {
    this.data = data;
    this.mappings = LabelMappings.load(taxonomy);
  }

  /** All sets, in a fixed order. */
  List<Example> all() {
    List<Example> all = new ArrayList<>();
    all.addAll(allSides());
    all.addAll(bbc());
    all.addAll(masakhaNews("eng"));
    all.addAll(masakhaNews("fra"));
    all.addAll(mapped(reuters(), "reuters"));
    return all;
  }

  /**
   * Local news of shootings: the set is labelled with incidents only, but every usable article is
   * about one. For training; the set says nothing about telling topics apart.
   */
  List<Example> incidents() {
    Set<String> usable = new TreeSet<>();
    for (Map<String, String> row : Corpus.table(data.resolve("stories-incidents/labels.tsv"))) {
      if (row.get("usable").equals("1")) {
        usable.add(row.get("article"));
      }
    }
    List<Corpus.Line> lines =
        Corpus.read(data.resolve("stories-incidents/articles.jsonl.gz")).stream()
            .filter(line -> usable.contains(line.id()))
            .limit(MOST_INCIDENTS)
            .toList();
    List<Example> examples = new ArrayList<>();
    for (Corpus.Line line : lines) {
      ((ObjectNode) line.fields()).put("topic", "shooting");
      examples.add(example(line, "incidents", "en"));
    }
    return examples;
  }

  /**
   * News of pairs of look-alike events, labelled by event: crimes, accidents, sport, show business.
   * For training; articles on one event lie in several folds, so nothing can be tested on it.
   */
  List<Example> events() {
    Map<String, String> topics = new TreeMap<>();
    for (Map<String, String> row : Corpus.table(data.resolve("stories-ecbplus/labels.tsv"))) {
      topics.put(row.get("article"), row.get("topic"));
    }
    List<Corpus.Line> lines = Corpus.read(data.resolve("stories-ecbplus/articles.jsonl.gz"));
    for (Corpus.Line line : lines) {
      ((ObjectNode) line.fields()).put("topic", topics.getOrDefault(line.id(), ""));
    }
    return mapped(lines, "ecbplus");
  }

  /**
   * Articles on eight long affairs, labelled by affair. For training; the articles are about other
   * sides of an affair, too.
   */
  List<Example> sagas() {
    Map<String, String> topics = new TreeMap<>();
    for (Map<String, String> row : Corpus.table(data.resolve("stories-sagas/labels.tsv"))) {
      topics.put(row.get("article"), row.get("story"));
    }
    List<Corpus.Line> lines = Corpus.read(data.resolve("stories-sagas/articles.jsonl.gz"));
    for (Corpus.Line line : lines) {
      ((ObjectNode) line.fields()).put("topic", topics.getOrDefault(line.id(), ""));
    }
    return mapped(lines, "sagas");
  }

  List<Example> allSides() {
    return IntStream.rangeClosed(2012, 2017)
        .mapToObj(year -> "articles-outlets/articles-" + year + ".jsonl.gz")
        .flatMap(file -> read("allsides", file, "en").stream())
        .toList();
  }

  List<Example> bbc() {
    return read("bbc", "topics-bbc/articles.jsonl.gz", "en");
  }

  List<Example> masakhaNews(String language) {
    String file = "topics-masakhanews/articles-" + language + ".jsonl.gz";
    return read("masakhanews", file, language.substring(0, 2));
  }

  /** All Reuters stories with a body of their own, labelled or not. */
  List<Corpus.Line> reuters() {
    return Corpus.read(data.resolve("topics-reuters21578/articles.jsonl.gz"));
  }

  private List<Example> read(String set, String file, String language) {
    return mapped(Corpus.read(data.resolve(file)), set, language);
  }

  private List<Example> mapped(List<Corpus.Line> lines, String set) {
    return mapped(lines, set, "en");
  }

  private List<Example> mapped(List<Corpus.Line> lines, String set, String language) {
    List<Example> examples = new ArrayList<>();
    for (Corpus.Line line : lines) {
      Example example = example(line, set, language);
      if (!example.primary().isEmpty()) {
        examples.add(example);
      }
    }
    return examples;
  }

  /** One line with its labels as they are and as topics. */
  Example example(Corpus.Line line, String set, String language) {
    Set<String> labels = new TreeSet<>();
    for (String field : List.of("labels", "topics")) {
      line.fields().path(field).forEach(label -> labels.add(label.asText()));
    }
    JsonNode topic = line.fields().path("topic");
    if (topic.isTextual()) {
      labels.add(topic.asText());
    }
    Set<String> primary = new TreeSet<>();
    Set<String> further = new TreeSet<>();
    for (String label : labels) {
      mappings
          .meaning(set, label)
          .ifPresent(
              meaning -> {
                primary.add(meaning.primary());
                further.addAll(meaning.further());
              });
    }
    Document document = line.document(language);
    String heading = Tokens.normalise(document.title().string());
    long group = Hashing.hash64(heading.isBlank() ? line.id() : heading);
    return new Example(
        line.id(),
        set + (language.equals("fr") ? "-fra" : ""),
        language,
        document.title().string(),
        Terms.of(document.title(), Tagger.TITLE_TERMS),
        Terms.of(document.body(), Tagger.BODY_TERMS),
        labels,
        primary,
        further,
        primary,
        line.source().equals("unknown") ? "" : line.source(),
        (int) (line.published().getEpochSecond() / 86_400),
        (int) Long.remainderUnsigned(group, FOLDS));
  }
}
