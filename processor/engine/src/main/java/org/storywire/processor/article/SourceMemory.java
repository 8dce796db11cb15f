package org.storywire.processor.article;

import java.util.Optional;

/**
 * What cleaning remembers between pages. Lines are kept by source, identities by article id; all of
 * a source's pages must be cleaned against the same memory, one after the other.
 */
public interface SourceMemory {

  /** Lines seen in the source's articles; {@link LineTable#EMPTY} if there were none. */
  LineTable lines(String source);

  /** Replaces the source's lines. */
  void save(String source, LineTable table);

  /** The last version of an article. */
  Optional<KnownVersion> known(String articleId);

  /** Replaces the last version of an article. */
  void remember(String articleId, KnownVersion known);
}
