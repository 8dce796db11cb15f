package org.storywire.processor.syndication;

import java.time.Instant;
import java.util.List;
import org.storywire.processor.text.Document;
import org.storywire.processor.text.Tokens;

/** Stage one: makes fingerprints. Has no state; one instance may serve all threads. */
public final class Fingerprinter {

  /** One shingle in four is sampled, more of a short text, one in eight of a long one. */
  private static final int USUAL_LEVEL = 2;

  private static final int LONG_LEVEL = 3;
  private static final int FEWEST_SAMPLES = 64;
  private static final int USUAL_SAMPLES = 300;

  /** A page beyond all bounds is sampled more thinly still. */
  private static final int MOST_SAMPLES = 4096;

  /** Fingerprint of an article's first version, received when it was published. */
  public Fingerprint of(Document document, List<String> agencies, boolean embedded) {
    return of(document, agencies, embedded, 0, document.publishedAt(), 0);
  }

  /**
   * Fingerprint of an article.
   *
   * @param agencies names of agencies and outlets the article credits, lower case
   * @param embedded whether the article was cut out of another's page
   * @param revision how many changed versions came before this one [0..]
   * @param receivedAt when it reached us
   * @param number tells apart what reached us in the same millisecond [0..]
   */
  public Fingerprint of(
      Document document,
      List<String> agencies,
      boolean embedded,
      int revision,
      Instant receivedAt,
      long number) {
    Tokens tokens = document.body().tokens();
    Sampling sampling = new Sampling(level(tokens.size()), tokens.size());
    long content = sampling.run(tokens, new BlockQuotations(document.body()));
    return new Fingerprint(
        document.id(),
        document.publishedAt().toEpochMilli(),
        receivedAt.toEpochMilli(),
        number,
        revision,
        embedded,
        SourceNames.source(document.source()),
        SourceNames.credits(agencies),
        content,
        Headlines.hash(document.title().tokens()),
        Headlines.onTopic(document),
        sampling.keys(),
        sampling.sample(),
        Lead.of(document));
  }

  private static int level(int shingles) {
    int level = shingles >>> USUAL_LEVEL > USUAL_SAMPLES ? LONG_LEVEL : USUAL_LEVEL;
    while (level > 0 && shingles >>> level < FEWEST_SAMPLES) {
      level--;
    }
    while (shingles >>> level > MOST_SAMPLES) {
      level++;
    }
    return level;
  }
}
