package org.storywire.processor.article;

import java.time.Instant;
import java.util.Optional;

/** Pages for tests. */
final class Pages {

  static final Instant RECEIVED = Instant.parse("2024-05-10T12:00:00Z");

  private Pages() {}

  /** A page without address, title or time. */
  static RawPage page(String body) {
    return new RawPage(
        "echo.example", "p1", Optional.empty(), Optional.empty(), body, Optional.empty(), RECEIVED);
  }

  static RawPage page(String id, String title, String body, Instant publishedAt) {
    return new RawPage(
        "echo.example",
        id,
        Optional.empty(),
        Optional.of(title),
        body,
        Optional.of(publishedAt),
        RECEIVED);
  }

  static RawPage at(String url, String body) {
    return new RawPage(
        "echo.example",
        "n-" + url.length(),
        Optional.of(url),
        Optional.of("Council meets"),
        body,
        Optional.of(RECEIVED),
        RECEIVED);
  }

  static CleanArticle main(RawPage page, SourceMemory memory) {
    Cleaned cleaned = new PageCleaner(ArticleConfig.defaults()).clean(page, memory);
    return ((Cleaned.Clean) cleaned).main();
  }

  static CleanArticle main(String body) {
    return main(page(body), new HeapSourceMemory());
  }
}
