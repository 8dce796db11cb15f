package org.storywire.processor.syndication;

import java.util.Optional;

/**
 * What an editor decided about an article of the copy window: it stays so, whatever arrives.
 *
 * @param articleId the article
 * @param parentId what it is a copy of; empty if it is a copy of nothing
 * @param byRule true to give the choice back to the rules
 */
public record CopyRuling(String articleId, Optional<String> parentId, boolean byRule) {

  /** Checks that an article is no copy of itself. */
  public CopyRuling {
    if (parentId.filter(articleId::equals).isPresent()) {
      throw new IllegalArgumentException("article " + articleId + " can't be a copy of itself");
    }
  }
}
