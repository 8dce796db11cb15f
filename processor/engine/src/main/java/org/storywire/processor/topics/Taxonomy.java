package org.storywire.processor.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IPTC Media Topics: about 1,100 active subjects in a tree below 17 top-level ones, and the retired
 * ones with their successors.
 *
 * <p>Source: IPTC Media Topics NewsCodes, copyright International Press Telecommunications Council
 * (https://iptc.org), CC BY 4.0; labels in other locales from the release of 2023-10-24. The
 * resource is written by the workbench's taxonomy command.
 */
public final class Taxonomy {

  /** Release of the taxonomy. */
  public static final String RELEASE = "2025-10-09";

  /** What every code begins with. */
  public static final String PREFIX = "medtop:";

  private static final Pattern SPELLED =
      Pattern.compile("(?:medtop:|subj:|https?://cv\\.iptc\\.org/newscodes/[a-z]+/)?(\\d{8})");

  private static final int FIXED_COLUMNS = 6;

  private final Map<String, Concept> byCode;
  private final List<Concept> topLevel;

  private Taxonomy(Map<String, Concept> byCode) {
    this.byCode = Collections.unmodifiableMap(byCode);
    this.topLevel =
        byCode.values().stream().filter(c -> c.parent().isEmpty() && !c.retired()).toList();
  }

  /** Reads the taxonomy that is shipped. */
  public static Taxonomy load() {
    String name = "media-topics-" + RELEASE + ".tsv";
    Map<String, Concept> byCode = new LinkedHashMap<>();
    try (BufferedReader reader = Resources.reader(name)) {
      String line = reader.readLine();
      while (line.startsWith("#")) {
        line = reader.readLine();
      }
      List<String> columns = Arrays.asList(line.split("\t", -1));
      for (line = reader.readLine(); line != null; line = reader.readLine()) {
        Concept concept = parse(columns, line.split("\t", -1));
        byCode.put(concept.code(), concept);
      }
    } catch (IOException e) {
      throw new IllegalStateException("unable to read resource " + name, e);
    }
    return new Taxonomy(byCode);
  }

  private static Concept parse(List<String> columns, String[] cells) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = FIXED_COLUMNS; i < columns.size(); i++) {
      if (!cells[i].isEmpty()) {
        labels.put(columns.get(i), cells[i]);
      }
    }
    return new Concept(
        PREFIX + cells[0],
        code(cells[1]),
        cells[4],
        cells[5],
        Optional.of(cells[3]).filter(s -> !s.isEmpty()),
        code(cells[2]),
        labels);
  }

  private static Optional<String> code(String digits) {
    return digits.isEmpty() ? Optional.empty() : Optional.of(PREFIX + digits);
  }

  /** The 17 top-level subjects in order of code. */
  public List<Concept> topLevel() {
    return topLevel;
  }

  /** All subjects, retired ones included, in order of code. */
  public Collection<Concept> all() {
    return byCode.values();
  }

  /** The subject with this code, retired or not. */
  public Optional<Concept> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The active subject that a code means as senders spell it: {@code medtop:20000432}, {@code
   * http://cv.iptc.org/newscodes/mediatopic/20000432}, and {@code 04000000}, which the older
   * subject codes have in common with Media Topics.
   */
  public Optional<Concept> spelled(String code) {
    Matcher digits = SPELLED.matcher(code.strip());
    return digits.matches()
        ? find(PREFIX + digits.group(1)).map(concept -> active(concept.code()))
        : Optional.empty();
  }

  /**
   * The subject with this code.
   *
   * @throws IllegalArgumentException if the taxonomy has no such code
   */
  public Concept get(String code) {
    return find(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown topic code: " + code + ", must be in Media Topics " + RELEASE));
  }

  /** The active subject to use for a code: itself, or its successor if it is retired. */
  public Concept active(String code) {
    Concept concept = get(code);
    return concept.successor().map(this::get).orElse(concept);
  }

  /** Codes of the broader subjects, nearest first, the top-level one last. */
  public List<String> ancestors(String code) {
    List<String> ancestors = new ArrayList<>();
    Optional<String> parent = get(code).parent();
    while (parent.isPresent()) {
      ancestors.add(parent.get());
      parent = get(parent.get()).parent();
    }
    return List.copyOf(ancestors);
  }

  /** Code of the top-level subject above a code; itself if it is one. */
  public String topLevelOf(String code) {
    List<String> ancestors = ancestors(code);
    return ancestors.isEmpty() ? code : ancestors.get(ancestors.size() - 1);
  }

  /** The subject's label in a locale such as {@code de} or {@code pt-BR}, else in English. */
  public String label(String code, String locale) {
    Concept concept = get(code);
    return concept.labels().getOrDefault(locale, concept.label());
  }
}
