package org.storywire.processor.article;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One article of a page, as the page's structure shows it.
 *
 * @param title headline that the page repeats above the text; empty if it does not
 * @param outlet outlet named beside the headline
 * @param age how long before the page's time it says it was published
 * @param lines text, with whatever furniture surrounds it
 * @param head lines of the head that are not text: header, headlines, outlet, time
 */
record Segment(
    Optional<Line> title,
    Optional<String> outlet,
    Optional<Duration> age,
    List<Line> lines,
    List<Line> head) {

  Segment {
    lines = List.copyOf(lines);
    head = List.copyOf(head);
  }
}
