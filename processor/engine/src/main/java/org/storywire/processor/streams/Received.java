package org.storywire.processor.streams;

import java.util.Objects;
import java.util.Optional;

/**
 * What crosses from the parallel stage to the ordered one: an article, or an editor's decision,
 * with its place in the order of receipt; or a watermark alone, which says that its raw partition
 * has nothing left before it.
 *
 * @param receipt place; an article's own is a watermark, too
 * @param item the article or decision; empty in a watermark
 */
record Received(Receipt receipt, Optional<Ordered> item) {

  /** Key of watermarks, which go to every partition. */
  static final String WATERMARK = "watermark";

  Received {
    Objects.requireNonNull(receipt, "receipt");
    Objects.requireNonNull(item, "item");
  }
}
