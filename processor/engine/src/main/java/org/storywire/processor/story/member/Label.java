package org.storywire.processor.story.member;

import java.util.Objects;

/**
 * A topic or a name attached to an article or a story.
 *
 * @param code identity of the label: a taxonomy code, or the name itself
 * @param label how it is shown
 * @param score confidence [0..1] or number of mentions, comparable among labels of one list
 */
public record Label(String code, String label, double score) {

  /** Checks that nothing is missing. */
  public Label {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(label, "label");
  }
}
