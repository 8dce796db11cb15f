package org.storywire.processor.topics;

import java.time.Instant;
import java.util.List;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.TextCleaner;

/** The shipped tagger over texts of tests. */
final class Tagging {

  static final Tagger TAGGER = Tagger.load();

  static final String TALKS =
      "Envoys from both sides met in Geneva for a second day of peace talks. They discussed a"
          + " ceasefire along the front line, the exchange of prisoners and security guarantees."
          + " Shelling went on in the east, where troops have fought for two years. \"A lasting"
          + " peace needs more than a truce,\" the foreign minister said.";

  private Tagging() {}

  static List<String> codes(String language, String title, String body) {
    return tag(language, title, body).stream().map(TopicTag::code).toList();
  }

  static List<TopicTag> tag(String language, String title, String body) {
    return TAGGER.tag(document(language, title, body));
  }

  static Document document(String language, String title, String body) {
    return Document.of(
        "a", "s", language, Instant.EPOCH, TextCleaner.clean(title), TextCleaner.clean(body));
  }
}
