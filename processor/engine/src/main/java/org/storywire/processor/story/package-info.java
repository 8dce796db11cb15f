/**
 * Follows events as they unfold in a stream of articles. {@link
 * org.storywire.processor.story.StoryFeatureExtractor} turns an article into features without
 * looking at any other (stage one, parallel); {@link org.storywire.processor.story.StoryFollower}
 * compares it with the stories it holds, joins one or opens one, says what the article adds, and
 * lets stories merge, split, close and reopen (stage two, in order, one instance an edition). What
 * it holds is written to a {@link org.storywire.processor.story.StoryMemory} and can be restored
 * from it; indexes are derived. Plain Java: no clock, no randomness, no Kafka.
 */
package org.storywire.processor.story;
