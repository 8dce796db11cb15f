/**
 * How alike two articles are: how rare their words are, what they share, and the features of a pair
 * that the model weighs ({@link org.storywire.processor.story.similarity.PairFeature}).
 */
package org.storywire.processor.story.similarity;
