/**
 * What an article is about: subjects of the IPTC Media Topics taxonomy with calibrated scores, and
 * the people, organisations and places it names. {@link org.storywire.processor.topics.Tagger}
 * joins two kinds of evidence: a linear model trained on labelled articles, and a lexicon of
 * telling phrases for subjects nobody has labelled. All of it is immutable after loading.
 */
package org.storywire.processor.topics;
