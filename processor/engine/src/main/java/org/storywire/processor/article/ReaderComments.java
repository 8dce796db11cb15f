package org.storywire.processor.article;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where readers' comments begin below a text. A heading alone does not tell, for pages link
 * to their comments from anywhere: several names with times below it do, or a mark of a single
 * comment.
 */
final class ReaderComments {

  private static final Sections LISTS = Sections.read("comment-sections.txt");
  private static final Set<String> HEADINGS = LISTS.set("headings");
  private static final Set<String> MARKS = LISTS.set("marks");

  private static final int MAX_HEADING = 60;

  /** How far below the heading the first comment must show itself [lines]. */
  private static final int REACH = 12;

  private static final int MAX_NAME_WORDS = 4;

  private ReaderComments() {}

  /** Index of the heading; all lines if there are no comments. */
  static int start(List<Line> lines) {
    boolean text = false;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (text && is(HEADINGS, line) && begin(lines, i + 1)) {
        return i;
      }
      text |= line.prose();
    }
    return lines.size();
  }

  private static boolean begin(List<Line> lines, int from) {
    List<Line> near = lines.subList(from, Math.min(lines.size(), from + REACH));
    if (repeatsHeadline(near)) {
      return false; // another article, embedded in the page
    }
    int signed = 0;
    for (int i = 0; i < near.size(); i++) {
      Line line = near.get(i);
      if (is(MARKS, line)) {
        return true;
      }
      Optional<RelativeTime> time = RelativeTime.parse(line.text());
      boolean below = i > 0 && isName(near.get(i - 1));
      signed += time.isPresent() && (below || time.get().outlet().isPresent()) ? 1 : 0;
    }
    return signed > 1;
  }

  private static boolean repeatsHeadline(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.words() > MAX_NAME_WORDS
          && lines.subList(i + 1, lines.size()).stream().anyMatch(line::same)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(Line line) {
    return line.words() > 0
        && line.words() <= MAX_NAME_WORDS
        && !line.terminated()
        && !is(HEADINGS, line);
  }

  private static boolean is(Set<String> list, Line line) {
    return line.text().length() <= MAX_HEADING && list.contains(Wording.of(line.text()).text());
  }
}
