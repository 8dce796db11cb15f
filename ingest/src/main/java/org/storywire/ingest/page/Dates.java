package org.storywire.ingest.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.storywire.ingest.date.NewsDate;

/** When the article was published and changed, as the page claims it. */
final class Dates {

  private static final String[] PUBLISHED = PageNames.of("published");

  private static final String[] MODIFIED = PageNames.of("modified");

  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "[/-](20[0-3]\\d|19[89]\\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?=[/_.-]|$)");

  private static final int LONGEST = 60;

  private Dates() {}

  static Optional<Instant> published(
      SelfDescription page, MetaTags meta, LinkedData data, Locale locale, String address) {
    return first(data.all("datePublished"), locale)
        .or(() -> first(meta.all("article:published_time"), locale))
        .or(() -> first(microdata(page, "datePublished"), locale))
        .or(() -> first(data.all("dateCreated"), locale))
        .or(() -> first(data.all("uploadDate"), locale))
        .or(() -> named(meta, PUBLISHED, PUBLISHED.length - 3, locale))
        .or(() -> first(timeElements(page), locale))
        .or(() -> first(written(page), locale))
        .or(() -> inAddress(address))
        .or(() -> named(meta, PUBLISHED, PUBLISHED.length, locale));
  }

  static Optional<Instant> modified(
      SelfDescription page, MetaTags meta, LinkedData data, Locale locale) {
    return first(data.all("dateModified"), locale)
        .or(() -> named(meta, MODIFIED, MODIFIED.length, locale))
        .or(() -> first(microdata(page, "dateModified"), locale));
  }

  private static Optional<Instant> named(MetaTags meta, String[] names, int upTo, Locale locale) {
    for (int i = 0; i < upTo; i++) {
      Optional<Instant> found = first(meta.all(names[i]), locale);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> first(List<String> texts, Locale locale) {
    return texts.stream().flatMap(text -> parse(text, locale).stream()).findFirst();
  }

  private static Optional<Instant> parse(String text, Locale locale) {
    if (text.length() > LONGEST || text.isBlank()) {
      return Optional.empty();
    }
    return NewsDate.parse(text.strip(), locale)
        .filter(date -> date.precision().compareTo(NewsDate.Precision.DAY) >= 0)
        .map(NewsDate::instant);
  }

  private static List<String> microdata(SelfDescription page, String name) {
    List<String> texts = new ArrayList<>();
    for (Element element : page.properties(name)) {
      Stream.of("content", "datetime", "title")
          .map(element::attr)
          .filter(v -> !v.isEmpty())
          .forEach(texts::add);
      texts.add(Brief.text(element));
    }
    return texts;
  }

  /** The time elements: those that say to be of the publication, then the first outside others. */
  private static List<String> timeElements(SelfDescription page) {
    List<String> said = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Element time : page.times()) {
      List<String> to =
          time.hasAttr("pubdate")
                  || time.className().contains("publish")
                  || time.className().contains("entry-date")
              ? said
              : others;
      if (time.className().contains("updated") && !time.className().contains("publish")) {
        continue;
      }
      if (time.hasAttr("datetime")) {
        to.add(time.attr("datetime"));
      }
      to.add(Brief.text(time));
    }
    said.addAll(others);
    return said;
  }

  /** Texts of elements that are called a date. */
  private static List<String> written(SelfDescription page) {
    List<String> texts = new ArrayList<>();
    for (Element element :
        page
            .page()
            .select(
                "[class*=date],[class*=Date],[class*=publish],[class*=time],[class*=posted],[class*=meta]")
            .stream()
            .limit(Brief.MOST)
            .toList()) {
      String text = Brief.text(element);
      if (text.length() >= 8 && text.length() <= LONGEST * 3) {
        texts.addAll(candidates(text));
      }
    }
    return texts;
  }

  private static final Pattern DAY =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?\\d{4}|\\d{1,2}\\.?\\s+(?:de\\s+)?\\p{L}{3,12}\\.?,?\\s+(?:de\\s+)?\\d{4}|\\p{L}{3,12}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{4}年\\d{1,2}月\\d{1,2}日");

  private static List<String> candidates(String text) {
    List<String> found = new ArrayList<>();
    Matcher day = DAY.matcher(text);
    while (day.find()) {
      found.add(day.group());
    }
    return found;
  }

  private static Optional<Instant> inAddress(String address) {
    Matcher matcher = IN_ADDRESS.matcher(address);
    return matcher.find()
        ? parse(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3), Locale.ROOT)
        : Optional.empty();
  }
}
