/**
 * From sources to Kafka: files of text, JSON lines, HTML, agencies' formats and web archives become
 * {@link org.storywire.news.RawArticle}s, untouched. What cannot be read becomes a dead letter.
 */
package org.storywire.ingest;
