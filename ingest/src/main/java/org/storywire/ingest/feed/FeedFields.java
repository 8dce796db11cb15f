package org.storywire.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.storywire.ingest.date.NewsDate;

/** What the head of a feed and its entries have in common: fields by the first of several names. */
final class FeedFields {

  private static final Pattern COMMA = Pattern.compile("\\s*[,;]\\s*");

  private final FeedElement element;

  FeedFields(FeedElement element) {
    this.element = element;
  }

  /** The first value of some names that is not empty. */
  String value(String... names) {
    return value(List.of(names));
  }

  /** The first value of some names that is not empty. */
  String value(List<String> names) {
    for (String name : names) {
      for (FeedElement child : element.all(name)) {
        if (!child.value().isEmpty()) {
          return child.value();
        }
      }
    }
    return "";
  }

  /** The first text of some names that is not empty. */
  FeedText text(List<String> names) {
    FeedText found = FeedText.NONE;
    for (String name : names) {
      for (FeedElement child : element.all(name)) {
        found = found.or(child.text());
      }
    }
    return found;
  }

  /** The first date of some names that can be read, else the first that is written at all. */
  Optional<FeedDate> date(List<String> names) {
    Optional<FeedDate> unread = Optional.empty();
    for (String name : names) {
      for (FeedElement child : element.all(name)) {
        String written = child.value();
        FeedDate date = new FeedDate(written, NewsDate.parse(written));
        if (date.read().isPresent()) {
          return Optional.of(date);
        }
        unread = unread.or(() -> Optional.of(date).filter(d -> !d.written().isEmpty()));
      }
    }
    return unread;
  }

  /** The people of the first of some names that has any. */
  List<Person> people(List<String> names) {
    for (String name : names) {
      List<Person> people = new ArrayList<>();
      for (FeedElement child : element.all(name)) {
        People.of(child).filter(person -> !people.contains(person)).ifPresent(people::add);
      }
      if (!people.isEmpty()) {
        return people;
      }
    }
    return List.of();
  }

  /** Sections and keywords, each once. */
  List<String> categories() {
    Set<String> categories = new LinkedHashSet<>();
    addCategories(element, categories);
    categories.remove("");
    return List.copyOf(categories);
  }

  private static void addCategories(FeedElement parent, Set<String> categories) {
    for (FeedElement child : parent.children()) {
      switch (child.name()) {
        case "category", "atom:category" -> categories.add(category(child));
        case "dc:subject", "media:category" -> categories.add(child.value());
        case "itunes:category" -> {
          categories.add(child.attribute("text"));
          addCategories(child, categories);
        }
        case "itunes:keywords", "media:keywords" ->
            categories.addAll(List.of(COMMA.split(child.value())));
        case "media:group", "media:content" -> addCategories(child, categories);
        default -> {}
      }
    }
  }

  private static String category(FeedElement category) {
    String label = category.attribute("term", "label");
    return label.isEmpty() ? category.value() : label;
  }

  /** The address of the page: an element's text, or a link to the alternate, best one of HTML. */
  String link() {
    String page = "";
    for (FeedElement link : element.all("link", "atom:link", "url")) {
      String address = link.has("href") ? link.address("href") : link.address();
      boolean alternate = link.hasRel("alternate") && !address.isEmpty();
      boolean html = link.attribute("type").isEmpty() || link.attribute("type").contains("html");
      if (alternate && html) {
        return address;
      }
      if (alternate && page.isEmpty()) {
        page = address;
      }
    }
    return page;
  }

  /** A picture that stands for the feed or entry. */
  String image() {
    for (FeedElement child : element.children()) {
      String address =
          switch (child.name()) {
            case "itunes:image" -> child.address("href", "url");
            case "logo", "icon", "atom:logo", "atom:icon" -> child.address();
            case "itunes:link", "link" -> child.hasRel("image") ? child.address("href") : "";
            default -> "";
          };
      if (!address.isEmpty()) {
        return address;
      }
    }
    return "";
  }
}
