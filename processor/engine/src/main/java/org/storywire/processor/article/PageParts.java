package org.storywire.processor.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells which page of an article a page is, where a site divides articles: by the end of its
 * address ("/page/2", "/seite-2", "?page=2", "/komplettansicht") or by a line that says so ("Page 2
 * of 3", "(2/3)"). Lists have numbered pages, too: an address counts only if what is left of it
 * names an article.
 */
final class PageParts {

  private static final int MOST_PAGES = 30;

  /** Lines at either end that may number the page. */
  private static final int EDGE = 3;

  private static final int MAX_LINE = 40;
  private static final Sections LISTS = Sections.read("page-parts.txt");
  private static final Set<String> WHOLE = LISTS.set("whole");
  private static final Set<String> PARAMETERS = LISTS.set("parameters");
  private static final Set<String> LINKS = LISTS.set("links");
  private static final String PAGE = any(LISTS.list("page words"));
  private static final String OF = any(LISTS.list("of words"));

  /** The end of an address: its number in the first or second group, or a word for all of it. */
  private static final Pattern SEGMENT =
      Pattern.compile("/(?:(?:" + PAGE + ")[-_/]?(\\d{1,2})|(\\d{1,2})|([\\p{L}-]+))/?$");

  private static final Pattern LINE =
      Pattern.compile(
          "^[(\\[]?\\s*(?:(?:"
              + PAGE
              + ")\\.?\\s*(\\d{1,2})\\s*\\S{0,3}\\s*(?:"
              + OF
              + ")\\s*\\S?\\s*(\\d{1,2})\\S{0,3}|[(\\[]\\s*(\\d{1,2})\\s*[/／]\\s*(\\d{1,2})\\s*)\\s*[)\\]]?$");

  private static final Pattern TITLE =
      Pattern.compile("\\s*[(\\[（](\\d{1,2})[/／](\\d{1,2})[)\\]）]\\s*$");

  /** A parameter that names a page by its number in a collection. */
  private static final Pattern NUMBERED = Pattern.compile("=[^&]*\\d{3}");

  private PageParts() {}

  /**
   * A page of a divided article.
   *
   * @param number from 1; 0 for a page that holds all of it
   * @param url address of the article, if the page's address tells it
   * @param title its headline without the number
   */
  record Part(int number, Optional<String> url, String title) {

    /** Whether an article begins here. */
    boolean begins() {
      return number <= 1;
    }
  }

  static Optional<Part> of(RawPage page, Optional<Line> title, List<Line> lines) {
    String headline = title.map(Line::text).orElse("");
    Matcher marked = TITLE.matcher(headline);
    int number = -1;
    String plain = headline;
    if (marked.find() && isPart(marked.group(1), marked.group(2))) {
      number = Integer.parseInt(marked.group(1));
      plain = headline.substring(0, marked.start());
    }
    for (int i = 0; number < 0 && i < lines.size(); i++) {
      if (i < EDGE || i >= lines.size() - EDGE) {
        number = number(lines.get(i));
      }
    }
    Optional<Part> addressed = page.url().flatMap(url -> addressed(url));
    if (addressed.isPresent()) {
      Part part = addressed.get();
      return Optional.of(new Part(part.number(), part.url(), plain));
    }
    return number < 0 ? Optional.empty() : Optional.of(new Part(number, Optional.empty(), plain));
  }

  /** Whether a line only numbers a page or leads to another one. */
  static boolean isMarker(Line line) {
    return line.text().length() <= MAX_LINE
        && (LINKS.contains(line.lower().strip()) || number(line) >= 0);
  }

  private static int number(Line line) {
    if (line.text().length() > MAX_LINE || line.text().chars().noneMatch(Character::isDigit)) {
      return -1;
    }
    Matcher marked = LINE.matcher(line.lower().strip());
    if (!marked.find()) {
      return -1;
    }
    String part = marked.group(1) != null ? marked.group(1) : marked.group(3);
    String all = marked.group(1) != null ? marked.group(2) : marked.group(4);
    return isPart(part, all) ? Integer.parseInt(part) : -1;
  }

  private static boolean isPart(String part, String all) {
    int number = Integer.parseInt(part);
    int of = Integer.parseInt(all);
    return number >= 1 && number <= of && of >= 2 && of <= MOST_PAGES;
  }

  private static Optional<Part> addressed(String url) {
    int hash = url.indexOf('#');
    String address = hash < 0 ? url : url.substring(0, hash);
    int question = address.indexOf('?');
    String path = question < 0 ? address : address.substring(0, question);
    String query = question < 0 ? "" : address.substring(question + 1);
    Matcher end = SEGMENT.matcher(path.toLowerCase(Locale.ROOT));
    if (end.find() && Address.namesPage(path.substring(0, end.start()))) {
      String digits = end.group(1) != null ? end.group(1) : end.group(2);
      boolean whole = end.group(3) != null && WHOLE.contains(end.group(3));
      boolean numbered = digits != null && isPart(digits, Integer.toString(MOST_PAGES));
      if (whole || numbered) {
        String base = path.substring(0, end.start()) + (query.isEmpty() ? "" : "?" + query);
        return Optional.of(new Part(whole ? 0 : Integer.parseInt(digits), Optional.of(base), ""));
      }
    }
    boolean named = Address.namesPage(path) || NUMBERED.matcher(query).find();
    return named ? byParameter(path, query) : Optional.empty();
  }

  private static Optional<Part> byParameter(String path, String query) {
    int number = -1;
    StringBuilder rest = new StringBuilder(path);
    char joint = '?';
    for (String parameter : query.split("&", -1)) {
      String[] pair = parameter.toLowerCase(Locale.ROOT).split("=", 2);
      boolean pages = pair.length == 2 && PARAMETERS.contains(pair[0]);
      if (pages && number < 0 && pair[1].matches("\\d{1,2}") && !pair[1].matches("0+")) {
        number =
            pair[0].contains("one") || pair[0].contains("single") ? 0 : Integer.parseInt(pair[1]);
      } else if (pages && number < 0 && WHOLE.contains(pair[1])) {
        number = 0;
      } else if (!parameter.isEmpty()) {
        rest.append(joint).append(parameter);
        joint = '&';
      }
    }
    return number < 0 || number > MOST_PAGES
        ? Optional.empty()
        : Optional.of(new Part(number, Optional.of(rest.toString()), ""));
  }

  private static String any(List<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }
}
