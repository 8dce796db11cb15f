/**
 * Follows events as they unfold in a stream of articles. {@link
 * org.storywire.processor.story.StoryFollower} compares an article with the stories that are held,
 * lets it join one or open one, says what it adds, and lets stories merge, split, close and reopen;
 * {@link org.storywire.processor.story.StoryBook} applies what was decided. All of it runs in
 * order, one instance an edition. What is held is written to a {@link
 * org.storywire.processor.story.StoryMemory} and can be restored from it; indexes are derived. The
 * packages below are read in the order features, member, similarity, novelty. Plain Java: no clock,
 * no randomness, no Kafka.
 */
package org.storywire.processor.story;
