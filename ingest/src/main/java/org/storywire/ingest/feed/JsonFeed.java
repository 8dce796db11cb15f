package org.storywire.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.storywire.ingest.date.NewsDate;
import org.storywire.ingest.markup.DecodedText;
import org.storywire.ingest.markup.WebLinks;

/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
final class JsonFeed {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(50_000_000)
                          .build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private final FeedLimits limits;
  private final String base;

  JsonFeed(FeedLimits limits, String base) {
    this.limits = limits;
    this.base = base;
  }

  static boolean looksLike(String text) {
    String start = text.stripLeading();
    return start.startsWith("{");
  }

  FeedResult read(DecodedText decoded, boolean complete) {
    try {
      JsonNode feed = JSON.readTree(decoded.text());
      boolean isFeed =
          feed.path("version").asText().contains("jsonfeed.org") || feed.path("items").isArray();
      if (!isFeed) {
        return new FeedResult.NotAFeed("a JSON object without items, expected a JSON Feed");
      }
      return new FeedResult.Found(feed(feed, decoded.charset(), complete));
    } catch (JsonProcessingException e) {
      return new FeedResult.NotAFeed("broken JSON: " + e.getOriginalMessage());
    }
  }

  private Feed feed(JsonNode feed, String charset, boolean complete) {
    String language = text(feed, "language");
    List<Person> authors = people(feed);
    List<FeedEntry> entries = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      if (entries.size() < limits.entries() && item.isObject()) {
        entries.add(entry(item, language, authors));
      }
    }
    String version = text(feed, "version");
    return new Feed(
        FeedFormat.JSON,
        version.substring(version.lastIndexOf('/') + 1),
        charset,
        complete,
        literal(text(feed, "title"), language),
        literal(text(feed, "description"), language),
        FeedText.NONE,
        text(feed, "feed_url"),
        address(feed, "home_page_url"),
        language,
        Optional.empty(),
        Optional.empty(),
        authors,
        List.of(),
        FeedText.NONE,
        firstAddress(feed, "icon", "favicon"),
        polling(feed),
        entries);
  }

  private Polling polling(JsonNode feed) {
    List<String> hubs = new ArrayList<>();
    for (JsonNode hub : feed.path("hubs")) {
      if (hub.hasNonNull("url")) {
        hubs.add(address(hub, "url"));
      }
    }
    Optional<String> self = Optional.of(address(feed, "feed_url")).filter(url -> !url.isEmpty());
    return new Polling(Optional.empty(), Optional.empty(), Set.of(), Set.of(), hubs, self);
  }

  private FeedEntry entry(JsonNode item, String feedLanguage, List<Person> feedAuthors) {
    String language = text(item, "language").isEmpty() ? feedLanguage : text(item, "language");
    String html = text(item, "content_html");
    FeedText content =
        html.isEmpty()
            ? literal(text(item, "content_text"), language)
            : FeedMarkup.of(html, base, language, limits.depth());
    List<Person> authors = people(item);
    List<Enclosure> enclosures = new ArrayList<>();
    for (JsonNode file : item.path("attachments")) {
      if (!text(file, "url").isEmpty()) {
        enclosures.add(
            new Enclosure(
                address(file, "url"), text(file, "mime_type"), text(file, "size_in_bytes")));
      }
    }
    return new FeedEntry(
        text(item, "id"),
        firstAddress(item, "url", "external_url"),
        literal(text(item, "title"), language),
        literal(text(item, "summary"), language),
        content,
        date(item, "date_published"),
        date(item, "date_modified"),
        Optional.empty(),
        Optional.empty(),
        authors.isEmpty() ? feedAuthors : authors,
        tags(item),
        language,
        "",
        FeedText.NONE,
        firstAddress(item, "image", "banner_image"),
        enclosures,
        List.of(),
        Optional.empty());
  }

  private static List<String> tags(JsonNode item) {
    Set<String> tags = new LinkedHashSet<>();
    item.path("tags").forEach(tag -> tags.add(tag.asText().strip()));
    tags.remove("");
    return List.copyOf(tags);
  }

  private static List<Person> people(JsonNode node) {
    List<Person> people = new ArrayList<>();
    for (JsonNode author : node.path("authors")) {
      People.of(text(author, "name")).ifPresent(people::add);
    }
    if (people.isEmpty()) {
      JsonNode author = node.path("author");
      People.of(author.isTextual() ? author.asText() : text(author, "name")).ifPresent(people::add);
    }
    return people;
  }

  private static Optional<FeedDate> date(JsonNode node, String name) {
    String written = text(node, name);
    return written.isEmpty()
        ? Optional.empty()
        : Optional.of(new FeedDate(written, NewsDate.parse(written)));
  }

  private static FeedText literal(String text, String language) {
    return FeedMarkup.literal(text, language);
  }

  private String firstAddress(JsonNode node, String... names) {
    for (String name : names) {
      String address = address(node, name);
      if (!address.isEmpty()) {
        return address;
      }
    }
    return "";
  }

  private String address(JsonNode node, String name) {
    String written = text(node, name);
    return written.isEmpty() ? "" : WebLinks.resolve(base, written);
  }

  /** Text or a number; empty if there is neither. */
  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
  }
}
