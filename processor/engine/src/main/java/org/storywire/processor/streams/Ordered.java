package org.storywire.processor.streams;

/** What has a place in the order of an edition. */
sealed interface Ordered permits Prepared, OverrideInput {}
