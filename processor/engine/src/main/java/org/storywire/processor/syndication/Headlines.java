package org.storywire.processor.syndication;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.StopWords;
import org.storywire.processor.text.Tokens;

/** What a headline tells about the body below it. */
final class Headlines {

  /** Words of a headline below which it names nothing. */
  private static final int FEWEST_WORDS = 3;

  /** Share of the headline's words that the body must use, as one in so many. */
  private static final int ONE_IN = 5;

  private Headlines() {}

  static long hash(Tokens title) {
    long hash = 0;
    for (int i = 0; i < title.size(); i++) {
      hash = hash * 31 + title.hash(i);
    }
    return hash;
  }

  /** Whether the body uses at least a fifth of the headline's content words. */
  static boolean onTopic(Document document) {
    Tokens title = document.title().tokens();
    LongSet stopWords = StopWords.of(document.language());
    LongOpenHashSet words = new LongOpenHashSet();
    for (int i = 0; i < title.size(); i++) {
      if (!stopWords.contains(title.hash(i)) && title.end(i) - title.start(i) > 2) {
        words.add(title.hash(i));
      }
    }
    if (words.size() < FEWEST_WORDS) {
      return true;
    }
    int missing = words.size() - (words.size() + ONE_IN - 1) / ONE_IN;
    Tokens body = document.body().tokens();
    for (int i = 0; i < body.size() && words.size() > missing; i++) {
      words.remove(body.hash(i));
    }
    return words.size() <= missing;
  }
}
