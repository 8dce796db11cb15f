package org.storywire.ingest.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a page calls its article, without the outlet's name; empty where it says nothing.
 *
 * @param heading what is set above the text
 * @param shared what networks show
 * @param linked what machines read
 * @param window the window's title
 * @param slug the words of the address
 */
record Titles(String heading, String shared, String linked, String window, Slug slug) {

  /** Between a kicker and its headline. */
  private static final Pattern KICKER = Pattern.compile(": | [-–—] ");

  /** Most words of a kicker. */
  private static final int MOST = 4;

  /**
   * Chooses the headline.
   *
   * @param byNewsroom whether the title for sharing looks like one a newsroom wrote, not a program
   */
  Optional<String> best(boolean byNewsroom) {
    if (PageHeadline.same(heading, linked)) {
      boolean lonely = PageHeadline.same(shared, window) || PageHeadline.bare(shared).isEmpty();
      if (!byNewsroom || (lonely && !slug.prefers(shared, heading))) {
        return Optional.of(heading);
      }
    } else if (isOnlyLinked()) {
      return Optional.of(linked);
    } else if (isHeadingForReaders()) {
      return Optional.of(heading);
    }
    Optional<String> common = withoutKickers();
    if (common.isPresent()) {
      return common;
    }
    String first = PageHeadline.same(shared, heading) ? heading : shared;
    return Stream.of(first, heading, linked, window)
        .filter(title -> !PageHeadline.bare(title).isEmpty())
        .findFirst();
  }

  /** Machines are given another title than readers, and the address was made from that one. */
  private boolean isOnlyLinked() {
    return slug.prefers(linked, heading)
        && slug.prefers(linked, shared)
        && slug.prefers(linked, window);
  }

  /** No two of the three agree: what readers see counts. */
  private boolean isHeadingForReaders() {
    return !PageHeadline.same(shared, heading)
        && !PageHeadline.same(shared, linked)
        && !linked.isEmpty()
        && !heading.isEmpty();
  }

  /** The headline that the page and networks show after different kickers. */
  private Optional<String> withoutKickers() {
    if (PageHeadline.same(shared, heading)) {
      return Optional.empty();
    }
    Matcher first = KICKER.matcher(heading);
    Matcher second = KICKER.matcher(shared);
    boolean found = first.find() && second.find();
    if (!found || words(heading.substring(0, first.start())) > MOST) {
      return Optional.empty();
    }
    String rest = heading.substring(first.end());
    return PageHeadline.same(rest, shared.substring(second.end()))
        ? Optional.of(rest)
        : Optional.empty();
  }

  private static int words(String title) {
    return title.split(" ").length;
  }
}
