package org.storywire.processor.streams;

import java.util.Objects;
import org.storywire.news.Article;

/**
 * What crosses from the parallel stage to the ordered one: the clean article and everything costly
 * that was computed from its text, so that the ordered stage recomputes nothing.
 *
 * @param article the article as far as it is known; verdict and story are filled later
 * @param unchanged whether the delivery only repeats what was seen before
 * @param fingerprint encoded fingerprint of the syndication core; empty if unchanged
 * @param features encoded features of the story core; empty if unchanged
 */
record Prepared(Article article, boolean unchanged, byte[] fingerprint, byte[] features)
    implements Ordered {

  Prepared {
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(features, "features");
  }
}
