/**
 * From sources to Kafka: files and JSON lines become {@link org.storywire.news.RawArticle}s,
 * untouched. Bad lines become dead letters.
 */
package org.storywire.ingest;
