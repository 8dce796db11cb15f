package org.storywire.processor.article;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that count a page's readers and what they did: "214 views", "Reading time: 2 minutes",
 * "Share this article (5)". They change from one crawl to the next and say nothing.
 */
final class Counters {

  private static final int MAX_LENGTH = 80;
  private static final int MAX_WORDS = 9;

  private static final Sections LISTS = Sections.read("counters.txt");
  private static final Set<String> COUNTED = LISTS.set("counted");
  private static final Set<String> BESIDE = LISTS.set("beside");

  /** What may stand after a headline: "(17 comments)", "| 17 comments", "[2 min read]". */
  private static final Pattern LAST_PART =
      Pattern.compile(
          "^(.{3,}?)\\s*(?:[(\\[]([^()\\[\\]]{3,40})[)\\]]|[|–—•·-]\\s([^|–—•·]{3,40}))$");

  private Counters() {}

  /** Whether a line does nothing but count. */
  static boolean isCounter(String line) {
    if (line.length() > MAX_LENGTH || line.chars().noneMatch(Character::isDigit)) {
      return false;
    }
    Wording wording = Wording.of(line);
    boolean counted = false;
    int words = 0;
    for (String word : wording.words()) {
      boolean counts = COUNTED.contains(word);
      if (!counts && !word.equals("#") && !BESIDE.contains(word)) {
        return false;
      }
      counted |= counts;
      words++;
    }
    return counted && words <= MAX_WORDS;
  }

  /** A headline without the counter that a page appends to it. */
  static String withoutCounter(String title) {
    Matcher matcher = LAST_PART.matcher(title);
    if (!matcher.matches()) {
      return title;
    }
    String last = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
    return isCounter(last) ? matcher.group(1).strip() : title;
  }
}
