package org.storywire.ingest.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.storywire.ingest.Host;
import org.storywire.ingest.date.NewsDate;
import org.storywire.ingest.feed.Entry;
import org.storywire.ingest.feed.Feed;
import org.storywire.ingest.feed.FeedDate;
import org.storywire.ingest.feed.Person;
import org.storywire.ingest.read.ReadItem.Fields;

/** Entries of a feed. */
final class FeedRead {

  private FeedRead() {}

  static List<ReadItem> of(Feed feed) {
    return feed.entries().stream().map(entry -> of(feed, entry)).toList();
  }

  private static ReadItem of(Feed feed, Entry entry) {
    Fields fetched =
        new Fields()
            .put("feed", feed.title().text())
            .put("format", feed.format().name().toLowerCase(Locale.ROOT) + ' ' + feed.version())
            .put("charset", feed.charset())
            .put("id", entry.id())
            .put("link", entry.link())
            .put("title", entry.title().text())
            .put("summary", entry.summary().text())
            .put("content", entry.content().text())
            .put("published", entry.published().map(FeedDate::written))
            .put("updated", entry.updated().map(FeedDate::written))
            .put("expires", entry.expires().map(FeedDate::written))
            .put("authors", entry.authors().stream().map(FeedRead::name).toList())
            .put("categories", entry.categories())
            .put("language", entry.language())
            .put("rights", entry.rights().text())
            .put("from", entry.source().map(source -> source.title() + ' ' + source.link()));
    if (!feed.complete()) {
      fetched.put("cutOff", true);
    }
    Optional<NewsDate> date = entry.date().flatMap(FeedDate::read);
    Fields derived =
        new Fields()
            .put("source", Host.of(entry.link()).or(() -> Host.of(feed.link())))
            .put("publishedAt", date.map(NewsDate::instant))
            .put("precision", date.map(NewsDate::precision))
            .put("zoned", date.map(NewsDate::zoned))
            .put("text", entry.content().isEmpty() ? "summary" : "content")
            .put("letters", entry.text().text().length());
    return new ReadItem("feed", fetched.values(), derived.values());
  }

  private static String name(Person person) {
    return person.name().isEmpty() ? person.email() : person.name();
  }
}
