package org.storywire.docker.bench.sources;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.storywire.ingest.date.NewsDate;
import org.storywire.ingest.feed.Enclosure;
import org.storywire.ingest.feed.EntrySource;
import org.storywire.ingest.feed.Feed;
import org.storywire.ingest.feed.FeedDate;
import org.storywire.ingest.feed.FeedEntry;
import org.storywire.ingest.feed.FeedFormat;
import org.storywire.ingest.feed.FeedText;
import org.storywire.ingest.feed.Outline;
import org.storywire.ingest.feed.Person;

/** A feed as lines of single values. */
final class FeedValues {

  private final CaseLines lines;
  private final String name;
  private final String prefix;
  private final Integer index;

  private FeedValues(CaseLines lines, String name, String prefix, Integer index) {
    this.lines = lines;
    this.name = name;
    this.prefix = prefix;
    this.index = index;
  }

  static void write(CaseLines lines, String name, Feed feed) throws IOException {
    new FeedValues(lines, name, "feed.", null).feed(feed);
    for (int i = 0; i < feed.entries().size(); i++) {
      new FeedValues(lines, name, "entry.", i).entry(feed.entries().get(i));
    }
    lines.value(name, "entries.count", null, Optional.of(feed.entries().size()));
    lines.value(name, "encoding", null, Optional.of(feed.charset()));
  }

  static void write(CaseLines lines, String name, List<Outline> outlines) throws IOException {
    for (int i = 0; i < outlines.size(); i++) {
      FeedValues values = new FeedValues(lines, name, "outline.", i);
      values.value("title", outlines.get(i).title());
      values.value("feed_url", outlines.get(i).feedUrl());
      values.value("site_url", outlines.get(i).siteUrl());
      values.value("category", outlines.get(i).category());
    }
    lines.value(name, "outlines.count", null, Optional.of(outlines.size()));
  }

  private void feed(Feed feed) throws IOException {
    text("title", feed.title());
    text("description", feed.description());
    text("info", feed.info());
    text("rights", feed.rights());
    value("id", feed.id());
    value("link", feed.link());
    value("language", feed.language());
    date("published", feed.published());
    date("updated", feed.updated());
    people(feed.authors());
    values("categories", feed.categories());
    value("image", feed.image());
    value("ttl", feed.polling().ttl().map(ttl -> Long.toString(ttl.toMinutes())).orElse(""));
    value("format", format(feed));
  }

  private static String format(Feed feed) {
    String family =
        feed.format() == FeedFormat.RDF ? "rss" : feed.format().name().toLowerCase(Locale.ROOT);
    return family + "-" + feed.version();
  }

  private void entry(FeedEntry entry) throws IOException {
    value("id", entry.id());
    value("link", entry.link());
    text("title", entry.title());
    text("summary", entry.summary());
    text("content", entry.content());
    text("text", entry.text());
    date("published", entry.published());
    date("updated", entry.updated());
    date("created", entry.created());
    date("expires", entry.expires());
    date("date", entry.date());
    people(entry.authors());
    values("categories", entry.categories());
    value("language", entry.language());
    value("comments", entry.comments());
    text("rights", entry.rights());
    value("image", entry.image());
    values("enclosure.url", entry.enclosures().stream().map(Enclosure::url).toList());
    values("enclosure.type", entry.enclosures().stream().map(Enclosure::type).toList());
    values("enclosure.length", entry.enclosures().stream().map(Enclosure::length).toList());
    values("media.url", entry.media());
    if (entry.source().isPresent()) {
      EntrySource source = entry.source().get();
      value("source.title", source.title());
      value("source.link", source.link());
      value("source.id", source.id());
      date("source.updated", source.updated());
    }
  }

  private void text(String field, FeedText text) throws IOException {
    value(field, text.text());
    values(field + ".links", text.links());
    value(field + ".language", text.language());
  }

  private void people(List<Person> people) throws IOException {
    if (!people.isEmpty()) {
      value("author.name", people.get(0).name());
      value("author.email", people.get(0).email());
    }
    values("authors.name", people.stream().map(Person::name).toList());
    values("authors.email", people.stream().map(Person::email).toList());
  }

  private void date(String field, Optional<FeedDate> date) throws IOException {
    value(
        field,
        date.flatMap(FeedDate::read).map(NewsDate::instant).map(Object::toString).orElse(""));
  }

  private void value(String field, String value) throws IOException {
    lines.value(name, prefix + field, index, Optional.of(value).filter(v -> !v.isEmpty()));
  }

  private void values(String field, List<String> values) throws IOException {
    lines.values(name, prefix + field, index, values);
  }
}
