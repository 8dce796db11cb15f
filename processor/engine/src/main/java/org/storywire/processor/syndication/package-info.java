/**
 * Recognises syndicated copies. Stage one turns an article into a {@link
 * org.storywire.processor.syndication.Fingerprint}: sampled shingles of five tokens, those inside
 * quotation marks flagged. It needs no state and runs anywhere. Stage two, one ordered {@link
 * org.storywire.processor.syndication.Syndicator} an edition, looks candidates up in an inverted
 * index, compares sketches, and keeps the tree of copies. Whether two articles are copies depends
 * on their two fingerprints only, and an article's parent only on the set of its related earlier
 * articles; so groups and origins do not depend on the order of arrival.
 */
package org.storywire.processor.syndication;
