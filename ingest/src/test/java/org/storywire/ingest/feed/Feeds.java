package org.storywire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Reads literal feeds for tests. */
final class Feeds {

  static final URI BASE = URI.create("https://paper.example/feeds/news.xml");

  private Feeds() {}

  static Feed read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), null);
  }

  static Feed read(byte[] bytes, String contentType) {
    FeedResult result = new FeedReader().read(bytes, contentType, BASE);
    assertThat(result).isInstanceOf(FeedResult.Found.class);
    return ((FeedResult.Found) result).feed();
  }

  /** A feed of RSS 2.0 with one item. */
  static Feed rss(String item) {
    return read("<rss version=\"2.0\"><channel><item>" + item + "</item></channel></rss>");
  }

  /** The one item of a feed of RSS 2.0. */
  static FeedEntry item(String item) {
    return rss(item).entries().get(0);
  }
}
