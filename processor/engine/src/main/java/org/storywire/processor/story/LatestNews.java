package org.storywire.processor.story;

import java.util.List;
import java.util.Optional;
import org.storywire.processor.story.member.NewItem;
import org.storywire.processor.text.ByteReader;
import org.storywire.processor.text.ByteWriter;

/**
 * The weightiest new sentence of the latest report that brought substance.
 *
 * @param articleId article it is from; empty if there is none
 */
record LatestNews(String text, String articleId) {

  static final LatestNews NONE = new LatestNews("", "");

  /** The weightiest sentence among what is new in an article; empty if there is none. */
  static Optional<LatestNews> of(List<NewItem> news, String articleId) {
    return news.stream()
        .filter(LatestNews::isSentence)
        .findFirst()
        .map(item -> new LatestNews(item.text(), articleId));
  }

  private static boolean isSentence(NewItem item) {
    return item.kind() == NewItem.Kind.SENTENCE || item.kind() == NewItem.Kind.NUMBER;
  }

  Optional<String> sentence() {
    return Optional.of(text).filter(sentence -> !sentence.isEmpty());
  }

  void write(ByteWriter out) {
    out.text(text).text(articleId);
  }

  static LatestNews read(ByteReader in) {
    return new LatestNews(in.text(), in.text());
  }
}
