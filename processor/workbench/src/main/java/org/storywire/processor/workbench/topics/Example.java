package org.storywire.processor.workbench.topics;

import java.util.Set;

/**
 * One labelled article, reduced to its terms.
 *
 * @param outlet who published it; empty where the set does not say
 * @param day day of publication, counted from 1970; 0 where the set does not say
 * @param set name of the set it is from
 * @param title terms of the title
 * @param body terms of the body
 * @param labels the set's own labels
 * @param primary topics by which it is judged; never empty
 * @param further topics it may well have too
 * @param sure those of the primary topics that people say, not an aggregator's program
 * @param fold which fifth it belongs to [0..4]; articles with one title share a fold
 */
record Example(
    String id,
    String set,
    String language,
    String heading,
    long[] title,
    long[] body,
    Set<String> labels,
    Set<String> primary,
    Set<String> further,
    Set<String> sure,
    String outlet,
    int day,
    int fold) {

  /** The same with other terms in the body. */
  Example withBody(long[] terms) {
    return new Example(
        id, set, language, heading, title, terms, labels, primary, further, sure, outlet, day,
        fold);
  }
}
