package org.storywire.ingest.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Who wrote the article: the page's data first, then its bylines. */
final class Bylines {

  /** Longest byline that is read, of several names. */
  private static final int LONGEST = 500;

  private static final int LONGEST_NAME = 80;
  private static final int MOST_NAMES = 20;

  /** "By" in the languages of the press, before a name. */
  private static final Pattern BY =
      Pattern.compile(
          "^(?:by|written by|reported by|story by|posted"
              + " by|von|par|por|di|door|av|af|autor(?:in|:in|en)?|autore|auteur|author|text|texto|testo|texte|foto|przez|oleh)\\s*[:.]?\\s+(?=\\S)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What follows a name in a byline: a date, a role, an outlet. */
  private static final Pattern AFTER =
      Pattern.compile(
          "\\s*(?:[|•·\\n]|\\s[–—-]\\s|\\b\\d{1,2}[.:/ ]|\\d{4}|\\(|@).*", Pattern.DOTALL);

  private static final Pattern TOGETHER =
      Pattern.compile(
          "\\s*(?:;|\\||\\s(?:and|und|og|och|et|e|y|en|ve|и|&)\\s)\\s*", Pattern.CASE_INSENSITIVE);

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s+");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final String outlet;

  /** The name in the host: {@code paper} of {@code www.paper.example}. */
  private final String label;

  private Bylines(Optional<String> outlet, String host) {
    this.outlet = PageHeadline.bare(outlet.orElse(""));
    this.label = PageHeadline.bare(host.substring(0, Math.max(0, host.indexOf('.'))));
  }

  static List<String> of(
      SelfDescription page, MetaTags meta, LinkedData data, Optional<String> outlet, String host) {
    Bylines bylines = new Bylines(outlet, host);
    bylines.addAll(data.names("author"));
    if (bylines.saysNothing()) {
      bylines.addAll(data.names("creator"));
    }
    for (String name : PageNames.of("author")) {
      if (bylines.saysNothing()) {
        bylines.addAll(meta.all(name));
      }
    }
    if (bylines.saysNothing()) {
      bylines.addAll(inMarkup(page.page()));
    }
    if (bylines.saysNothing() && bylines.names.isEmpty()) {
      bylines.addAll(
          meta.all("twitter:data1").stream()
              .filter(v -> v.chars().noneMatch(Character::isDigit))
              .toList());
    }
    return bylines.people();
  }

  /** The names, without the outlet's where there are others. */
  private List<String> people() {
    if (!saysNothing()) {
      names.keySet().removeIf(this::isOutlet);
    }
    return List.copyOf(names.values());
  }

  /** Whether there is no name yet, or only the outlet's. */
  private boolean saysNothing() {
    return names.keySet().stream().allMatch(this::isOutlet);
  }

  private boolean isOutlet(String bareName) {
    return bareName.equals(outlet)
        || (label.length() > 2 && bareName.startsWith(label))
        || (bareName.length() > 2 && outlet.startsWith(bareName));
  }

  private static List<String> inMarkup(Document page) {
    List<String> found = new ArrayList<>();
    for (String query :
        List.of(
            "[itemprop=author] [itemprop=name]",
            "[itemprop=author]",
            "a[rel~=author]",
            "[class*=author-name],[class*=authorName],[class*=author_name],[class*=byline-name]",
            "[class*=byline] a,[class*=Byline] a,[class*=author] a",
            "[class*=byline],[class*=Byline]",
            "[class*=author],[class*=autor],[class*=Author]")) {
      for (Element element : page.select(query).stream().limit(Brief.MOST).toList()) {
        String text = Brief.text(element);
        if (isName(strip(text)) && !isAmongComments(element)) {
          found.add(text);
        }
        if (found.size() >= 3) {
          break;
        }
      }
      if (!found.isEmpty()) {
        return query.contains("itemprop") ? found : found.subList(0, 1);
      }
    }
    return found;
  }

  private static boolean isAmongComments(Element element) {
    for (Element e = element; e != null; e = e.parent()) {
      String name = (e.className() + " " + e.id()).toLowerCase(Locale.ROOT);
      if (name.contains("comment") && !e.normalName().equals("body")
          || name.contains("related")
          || e.normalName().equals("footer")) {
        return true;
      }
    }
    return false;
  }

  private void addAll(List<String> written) {
    for (String text : written.stream().filter(t -> t.length() <= LONGEST).toList()) {
      for (String part : parts(strip(text))) {
        String name = part.strip();
        if (isName(name) && names.size() < MOST_NAMES) {
          names.putIfAbsent(PageHeadline.bare(name), name);
        }
      }
    }
  }

  private static String strip(String text) {
    String name = text.replace('\u00A0', ' ').strip();
    if (name.indexOf('@') > 0) {
      return "";
    }
    String without = BY.matcher(name).replaceFirst("");
    return AFTER.matcher(without).replaceFirst("").strip();
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : TOGETHER.split(text)) {
      String[] names = COMMA.split(part);
      boolean allNames = names.length > 1;
      for (String name : names) {
        allNames &= name.strip().indexOf(' ') > 0 && !name.contains(".");
      }
      parts.addAll(allNames ? List.of(names) : List.of(part));
    }
    return parts;
  }

  private static boolean isName(String name) {
    return name.length() > 1
        && name.length() <= LONGEST_NAME
        && !name.contains("://")
        && !name.startsWith("www.")
        && !name.startsWith("@")
        && name.chars().anyMatch(Character::isLetter);
  }
}
