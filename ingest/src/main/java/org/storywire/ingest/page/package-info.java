/**
 * From an HTML page to the article on it: {@link org.storywire.ingest.page.PageExtractor} reads
 * what the page claims about itself (JSON-LD, meta elements, microdata) and finds the article's
 * text among the rest of the page, by text density and by what areas are called. No rule knows a
 * site.
 */
package org.storywire.ingest.page;
