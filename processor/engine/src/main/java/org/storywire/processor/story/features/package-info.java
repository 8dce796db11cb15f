/**
 * What stories go by in one article: its words, names, streets, figures, dates and what it says has
 * happened. {@link org.storywire.processor.story.features.StoryFeatureExtractor} reads an article
 * without looking at any other. Knows no other package of stories.
 */
package org.storywire.processor.story.features;
