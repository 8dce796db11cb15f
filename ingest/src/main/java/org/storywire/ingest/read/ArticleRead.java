package org.storywire.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.storywire.ingest.ArticleSource;
import org.storywire.ingest.Delivery;
import org.storywire.ingest.read.ReadItem.Fields;
import org.storywire.news.RawArticle;

/** Articles in the project's own form: JSON lines, or a page as text. */
final class ArticleRead {

  private ArticleRead() {}

  static List<ReadItem> of(Path file) throws IOException {
    List<ReadItem> items = new ArrayList<>();
    try (ArticleSource source = ArticleSource.open(List.of(file), Clock.systemUTC())) {
      source.forEachRemaining(delivery -> items.add(of(delivery)));
    }
    return items;
  }

  private static ReadItem of(Delivery delivery) {
    if (delivery instanceof Delivery.Bad bad) {
      Fields fields = new Fields().put("line", bad.line()).put("reason", bad.reason());
      return new ReadItem("dead-letter", fields.values(), new Fields().values());
    }
    Delivery.Found found = (Delivery.Found) delivery;
    RawArticle article = found.article();
    Fields fetched =
        new Fields()
            .put("id", article.getNativeId())
            .put("url", article.getUrl())
            .put("title", article.getTitle())
            .put("body", article.getBody())
            .put("extra", article.getExtra());
    Fields derived =
        new Fields()
            .put("source", article.getSource())
            .put("publishedAt", article.getPublishedAt())
            .put("eventAt", found.eventAt())
            .put("letters", article.getBody().length());
    return new ReadItem("article", fetched.values(), derived.values());
  }
}
