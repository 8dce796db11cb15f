package org.storywire.processor.streams;

import org.storywire.news.RawArticle;
import org.storywire.processor.article.CleanArticle;

/**
 * One article of a page, with the delivery it came from.
 *
 * @param raw the delivery
 * @param article the article freed from its page
 * @param word what the sender says beside the text
 */
record CleanedArticle(RawArticle raw, CleanArticle article, SenderWord word) {}
