package org.storywire.processor.syndication;

import java.util.Optional;

/**
 * What was found near an arriving article beside copies.
 *
 * @param nearest the article most alike that is no copy, if it comes near to being one
 * @param rewrite the credited article it retells
 */
record Neighbours(Optional<Entry> nearest, Optional<CreditedRewrite> rewrite) {}
