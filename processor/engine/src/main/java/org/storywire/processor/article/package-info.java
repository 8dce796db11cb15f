/**
 * From a page as delivered to clean articles. A source's page is not an article: it carries a site
 * header, a repeated headline, relative times, a copyright line, adverts for the site's app, and
 * whole other articles under "Related". {@link org.storywire.processor.article.PageCleaner} splits
 * a page into its segments, takes out what generic structure or the source's own history shows to
 * be furniture, turns bylines, datelines and agency marks into credits, and decides whether the
 * article is new, unchanged or a revision. What is remembered between pages hides behind {@link
 * org.storywire.processor.article.SourceMemory}; everything else is a pure function of the page.
 */
package org.storywire.processor.article;
