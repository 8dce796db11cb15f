package org.storywire.processor.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a page into its main article and those embedded below it.
 *
 * <p>An article's head on such pages is a run of short lines right before running text which holds
 * the headline, often several times, and an outlet or a relative time. A head inside the page opens
 * an embedded article if the headline is repeated and an outlet or time stands by it, or if it has
 * a relative time and the page has announced other articles before. One at the page's beginning
 * belongs to the main article.
 */
final class Segments {

  /** How far before the text a head can begin [lines]. */
  private static final int MAX_HEAD = 12;

  /** Shortest text of an embedded article; below, it is a teaser [UTF-16 units]. */
  private static final int MIN_EMBEDDED = 120;

  private Segments() {}

  /** At least one segment, the main article first; lines keep their order. */
  static List<Segment> of(List<Line> page) {
    List<Head> heads = heads(page);
    List<Segment> segments = new ArrayList<>();
    if (heads.isEmpty() || heads.get(0).start() > 0) {
      int end = heads.isEmpty() ? page.size() : heads.get(0).start();
      segments.add(plain(page.subList(0, end)));
    }
    for (int i = 0; i < heads.size(); i++) {
      int end = i + 1 < heads.size() ? heads.get(i + 1).start() : page.size();
      Segment segment = heads.get(i).segment(page, end);
      if (segments.isEmpty() || prose(segment.lines()) >= MIN_EMBEDDED) {
        segments.add(segment);
      }
    }
    return segments;
  }

  private static Segment plain(List<Line> lines) {
    return new Segment(Optional.empty(), Optional.empty(), Optional.empty(), lines, List.of());
  }

  private static int prose(List<Line> lines) {
    return lines.stream().filter(Line::prose).mapToInt(line -> line.text().length()).sum();
  }

  private static List<Head> heads(List<Line> page) {
    List<Head> heads = new ArrayList<>();
    boolean announced = false;
    int run = 0;
    for (int i = 0; i < page.size(); i++) {
      if (!page.get(i).prose()) {
        announced |= Furniture.announcesOthers(page.get(i));
        continue;
      }
      if (i > run) {
        int from = Math.max(run, i - MAX_HEAD);
        Head.find(page, from, i, run == 0, announced).ifPresent(heads::add);
      }
      run = i + 1;
    }
    return heads;
  }
}
