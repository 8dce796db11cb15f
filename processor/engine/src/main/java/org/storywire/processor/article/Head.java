package org.storywire.processor.article;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The short lines above an article's text.
 *
 * @param start its first line in the page; 0 if it opens the page, whatever stands above it
 * @param text the first line after it
 * @param title the headline
 * @param outlet who is named beside it
 * @param age how long ago it says the article was published
 */
record Head(int start, int text, Line title, Optional<String> outlet, Optional<Duration> age) {

  /** Shortest headline [words]; outlets' names, which are repeated too, are mostly shorter. */
  private static final int MIN_TITLE_WORDS = 3;

  private static final int MAX_OUTLET_WORDS = 6;

  /** Most lines of a head that does not repeat its headline. */
  private static final int MAX_PLAIN = 3;

  /**
   * Looks for a head that ends right before a text. Reports repeat lines, too, in lists and
   * transcripts: inside a page only a relative time tells a head, or an outlet once the page has
   * announced other articles.
   *
   * @param page all lines
   * @param from first line that can belong to it
   * @param text first line of the text
   * @param opening whether only short lines stand above the text
   * @param announced whether the page has announced other articles before
   */
  static Optional<Head> find(
      List<Line> page, int from, int text, boolean opening, boolean announced) {
    Optional<Line> title = longestRepeated(page.subList(from, text));
    if (title.isPresent()) {
      int first = firstOf(page, from, title.get());
      Head head = of(page, opening ? 0 : first, first, text, title.get());
      boolean marked = head.age.isPresent() || (announced && head.outlet.isPresent());
      return marked || opening ? Optional.of(head) : Optional.empty();
    }
    return announced && !opening
        ? plain(page, Math.max(from, text - MAX_PLAIN), text)
        : Optional.empty();
  }

  /** A head that names its headline once: the wordiest of the last lines, if a time is there. */
  private static Optional<Head> plain(List<Line> page, int from, int text) {
    Optional<Line> title = Optional.empty();
    boolean timed = false;
    for (Line line : page.subList(from, text)) {
      boolean time = RelativeTime.parse(line.text()).isPresent();
      timed |= time;
      boolean wordier = title.map(best -> line.words() > best.words()).orElse(true);
      if (!time && wordier && line.words() >= MIN_TITLE_WORDS && !Furniture.isFurniture(line)) {
        title = Optional.of(line);
      }
    }
    if (!timed || title.isEmpty()) {
      return Optional.empty();
    }
    int first = firstOf(page, from, title.get());
    return Optional.of(of(page, first, first, text, title.get()));
  }

  private static Head of(List<Line> page, int start, int first, int text, Line title) {
    Optional<String> outlet = Optional.empty();
    Optional<Duration> age = Optional.empty();
    Optional<String> label = Optional.empty();
    for (Line line : page.subList(first, text)) {
      Optional<RelativeTime> time = RelativeTime.parse(line.text());
      if (time.isPresent()) {
        age = age.isPresent() ? age : time.map(RelativeTime::age);
        outlet = outlet.isPresent() ? outlet : time.get().outlet();
      } else if (label.isEmpty() && isOutlet(line, title)) {
        label = Optional.of(RelativeTime.stripMarks(line.text()));
      }
    }
    boolean beside = age.isPresent() || start > 0;
    return new Head(start, text, title, outlet.isPresent() || !beside ? outlet : label, age);
  }

  private static boolean isOutlet(Line line, Line title) {
    return !line.same(title)
        && line.words() <= MAX_OUTLET_WORDS
        && !line.terminated()
        && Character.isUpperCase(RelativeTime.stripMarks(line.text() + " ").codePointAt(0))
        && !Furniture.isFurniture(line)
        && PublishedLine.parse(line.text()).isEmpty();
  }

  private static Optional<Line> longestRepeated(List<Line> run) {
    Optional<Line> longest = Optional.empty();
    for (int i = 0; i < run.size(); i++) {
      Line line = run.get(i);
      boolean longer = longest.map(best -> line.words() > best.words()).orElse(true);
      if (longer && line.words() >= MIN_TITLE_WORDS && repeated(run, i)) {
        longest = Optional.of(line);
      }
    }
    return longest.filter(line -> !Furniture.isFurniture(line));
  }

  private static boolean repeated(List<Line> run, int at) {
    for (int i = at + 1; i < run.size(); i++) {
      if (run.get(i).same(run.get(at))) {
        return true;
      }
    }
    return false;
  }

  private static int firstOf(List<Line> page, int from, Line title) {
    int at = from;
    while (!page.get(at).same(title)) {
      at++;
    }
    return at;
  }

  /** The segment that this head opens. */
  Segment segment(List<Line> page, int end) {
    return new Segment(
        Optional.of(title), outlet, age, page.subList(text, end), page.subList(start, text));
  }
}
