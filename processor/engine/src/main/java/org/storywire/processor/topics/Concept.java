package org.storywire.processor.topics;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One subject of the taxonomy.
 *
 * @param code code with prefix, for example {@code medtop:16000000}
 * @param parent code of the broader subject; empty for the 17 top-level subjects
 * @param label preferred English label
 * @param definition English definition
 * @param wikidata Wikidata item id such as {@code Q198}; empty if the taxonomy names none
 * @param successor for a retired subject, the active one to use instead; empty for an active one
 * @param labels labels by locale (BCP 47) for display; holds no locale that lacks one
 */
public record Concept(
    String code,
    Optional<String> parent,
    String label,
    String definition,
    Optional<String> wikidata,
    Optional<String> successor,
    Map<String, String> labels) {

  /** Checks that nothing is missing and copies the labels. */
  public Concept {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(wikidata, "wikidata");
    Objects.requireNonNull(successor, "successor");
    labels = Map.copyOf(labels);
  }

  /** Whether the subject may no longer be assigned. */
  public boolean retired() {
    return successor.isPresent();
  }
}
