package org.storywire.processor.syndication;

import java.util.List;
import java.util.Optional;

/**
 * What was found near an arriving article.
 *
 * @param links what changes in the copy tree, in the order of the candidates
 * @param nearest the article most alike that is no copy, if it comes near to being one
 * @param rewrite the credited article it retells
 * @param siblings articles that share its wording or its headline but tell other news
 */
record Neighbours(
    List<Link> links,
    Optional<Entry> nearest,
    Optional<CreditedRewrite> rewrite,
    List<Entry> siblings) {}
