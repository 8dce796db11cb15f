/**
 * What all cores share and what is computed once an article: tokens with their places, sentences,
 * quotations and stable hashes. A {@link org.storywire.processor.text.Document} holds the analysed
 * title and body; everything in it is immutable and a pure function of the text.
 */
package org.storywire.processor.text;
