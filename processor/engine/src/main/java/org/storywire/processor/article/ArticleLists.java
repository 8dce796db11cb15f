package org.storywire.processor.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.storywire.processor.text.LowerCase;

/**
 * Recognises lists of articles by their form: headline after headline with a short teaser, a date
 * or nothing below, and no paragraph of a text. Form alone is not enough, for reports list results
 * and names: dates, the page's name, its address or labels that lead on must tell, too.
 */
final class ArticleLists {

  private static final int FEWEST_HEADLINES = 5;
  private static final int MIN_HEADLINE_WORDS = 3;
  private static final int MAX_HEADLINE_WORDS = 18;

  /** A longer paragraph is no teaser [words, UTF-16 units]. */
  private static final int MAX_TEASER_WORDS = 45;

  private static final int MAX_TEASER = 320;

  /** Share of lines with words that are headlines. */
  private static final double MIN_SHARE = 0.3;

  private static final int FEWEST_DATES = 3;

  private static final Sections LISTS = Sections.read("not-articles.txt");
  private static final Set<String> TITLES = LISTS.set("list titles");
  private static final Set<String> LABELS = LISTS.set("list labels");

  private ArticleLists() {}

  static boolean isList(Optional<Line> title, Optional<String> url, List<Line> lines) {
    if (lines.size() < 2 * FEWEST_HEADLINES) {
      return false;
    }
    int headlines = 0;
    int dates = 0;
    int text = 0;
    boolean label = false;
    for (Line line : lines) {
      if (line.words() > MAX_TEASER_WORDS || line.text().length() > MAX_TEASER) {
        return false;
      }
      if (isDate(line)) {
        dates++;
      } else if (LABELS.contains(Wording.of(line.text()).text())) {
        label = true;
      } else {
        text++;
        headlines += isHeadline(line) ? 1 : 0;
      }
    }
    if (headlines < FEWEST_HEADLINES || headlines < MIN_SHARE * text) {
      return false;
    }
    boolean named = title.isPresent() && namesList(title.get().text());
    named |= namesList(lines.get(0).text());
    int evidence =
        (dates >= FEWEST_DATES ? 1 : 0)
            + (named ? 1 : 0)
            + (url.filter(ArticleLists::isFront).isPresent() ? 1 : 0)
            + (label ? 1 : 0);
    return evidence >= 2;
  }

  private static boolean isDate(Line line) {
    return PublishedLine.parse(line.text()).isPresent()
        || RelativeTime.parse(line.text()).isPresent();
  }

  private static boolean isHeadline(Line line) {
    boolean spaceless = line.text().codePoints().anyMatch(c -> c >= 0x2e80);
    boolean fits =
        spaceless
            ? line.text().length() >= 8 && line.text().length() <= 60
            : line.words() >= MIN_HEADLINE_WORDS && line.words() <= MAX_HEADLINE_WORDS;
    return fits && !line.sentence() && !Furniture.isFurniture(line);
  }

  /** Whether a headline, or its first or last part, names a list. */
  private static boolean namesList(String title) {
    String[] parts = LowerCase.of(title).split("\\s[|–—·•-]\\s|:\\s|\\s[\"“«]", -1);
    return TITLES.contains(parts[0].strip()) || TITLES.contains(parts[parts.length - 1].strip());
  }

  /** Whether no segment of the address names a page: "/news", "/tag/okapi", "/search?q=okapi". */
  private static boolean isFront(String url) {
    String path =
        url.replaceFirst("^\\w+://[^/]*", "").replaceFirst("#.*", "").toLowerCase(Locale.ROOT);
    if (path.matches("/?(?:search|suche|buscar|busqueda|recherche|ricerca|zoeken|s)?/?\\?.*")
        || path.matches(".*/(?:tag|tags|topic|topics|thema|category|author|archive|search)/.*")) {
      return true;
    }
    String plain = path.replaceFirst("\\?.*", "");
    return plain.chars().noneMatch(c -> c >= '0' && c <= '9')
        && plain.chars().filter(c -> c == '-').count() <= 1
        && plain.chars().filter(c -> c == '/').count() <= 3;
  }
}
