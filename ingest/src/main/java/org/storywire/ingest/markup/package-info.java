/**
 * Bytes as text, and XML that need not be well-formed: what feeds, sitemaps and agency items have
 * in common.
 */
package org.storywire.ingest.markup;
