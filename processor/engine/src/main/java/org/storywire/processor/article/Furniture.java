package org.storywire.processor.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What structure alone shows not to be an article's text, without knowing the site. Three kinds:
 *
 * <ol>
 *   <li>labels and links that mean the same on any site, wherever they stand: "Advertisement",
 *       "Story continues below", "Read more: …", "Follow us on …", copyright lines;
 *   <li>at the top: very short lines without sentence form (menus, logos);
 *   <li>at the end: lines without sentence form below a text that otherwise has it, and sentences
 *       that tell the reader what to do with the site ("Stay on top of the latest …").
 * </ol>
 *
 * The words are in {@link SitePhrases}.
 */
final class Furniture {

  /** Longest label or link [UTF-16 units]. */
  private static final int MAX_LINK = 300;

  private static final int MAX_HEADER_WORDS = 3;
  private static final int MAX_TRAILER_WORDS = 16;
  private static final int MIN_FORMED_WORDS = 10;
  private static final int MIN_SENTENCE_WORDS = 4;
  private static final int MAX_PROMOTION_WORDS = 70;

  private Furniture() {}

  /** Whether the line is a label or link that means the same on any site. */
  static boolean isFurniture(Line line) {
    if (Asides.isAside(line) || PageParts.isMarker(line)) {
      return true;
    }
    return line.text().length() <= MAX_LINK
        && (SitePhrases.LABELS.contains(label(line))
            || SitePhrases.LINK.matcher(line.text()).lookingAt()
            || Counters.isCounter(line.text()));
  }

  /** Whether the line is a heading above other articles. */
  static boolean announcesOthers(Line line) {
    return line.words() <= 4 && SitePhrases.ANNOUNCEMENTS.contains(label(line));
  }

  /** How many lines at the top are a site's header; the line above the text may be a headline. */
  static int header(List<Line> lines) {
    int end = 0;
    while (end < lines.size() && isHeader(lines.get(end))) {
      end++;
    }
    boolean headline = end > 0 && end < lines.size() && lines.get(end - 1).words() > 1;
    return headline ? end - 1 : end;
  }

  private static boolean isHeader(Line line) {
    boolean spaceless = line.text().codePoints().anyMatch(c -> c >= 0x2e80);
    return line.words() <= MAX_HEADER_WORDS && !line.terminated() && !spaceless;
  }

  /** Index after the last line that is not a site's trailer; all lines if the text has no form. */
  static int trailer(List<Line> lines) {
    boolean formed = formed(lines);
    int end = lines.size();
    while (end > 0) {
      Line last = lines.get(end - 1);
      boolean fragment = formed && isFragment(last);
      if (!fragment && !isFurniture(last) && !promotes(last)) {
        break;
      }
      end--;
    }
    return end;
  }

  /** Whether a line has no sentence in it: neither ends one nor holds one. */
  private static boolean isFragment(Line line) {
    if (line.terminated() || line.words() > MAX_TRAILER_WORDS) {
      return false;
    }
    int stop = line.text().indexOf(". ");
    return stop < 0 || Line.of(line.text().substring(0, stop)).words() < MIN_SENTENCE_WORDS;
  }

  /** Whether most of the longer lines end as sentences do. */
  private static boolean formed(List<Line> lines) {
    int ended = 0;
    int open = 0;
    for (Line line : lines) {
      if (line.words() >= MIN_FORMED_WORDS) {
        ended += line.terminated() ? 1 : 0;
        open += line.terminated() ? 0 : 1;
      }
    }
    return ended > open;
  }

  /** Whether the line asks the reader to use what the site offers. */
  static boolean promotes(Line line) {
    if (line.words() > MAX_PROMOTION_WORDS || line.words() < 3) {
      return false;
    }
    return SitePhrases.REQUESTS.contains(firstWord(line))
        && SitePhrases.OFFER.matcher(line.text()).find();
  }

  private static String firstWord(Line line) {
    int end = line.text().indexOf(' ');
    String word = end < 0 ? line.text() : line.text().substring(0, end);
    return word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  /** The line's words in lower case, without the marks around and after them. */
  private static String label(Line line) {
    if (line.words() > 7) {
      return "";
    }
    String text = line.lower();
    int start = 0;
    int end = text.length();
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Lines that read as sentences; for pages of which nothing else would be left. */
  static List<Line> sentences(List<Line> lines) {
    List<Line> sentences = new ArrayList<>();
    for (Line line : lines) {
      if (line.words() >= 4 && !isFurniture(line)) {
        sentences.add(line);
      }
    }
    return sentences;
  }
}
