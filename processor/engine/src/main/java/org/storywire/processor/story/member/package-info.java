/**
 * An article as it reaches a story ({@link org.storywire.processor.story.member.Arrival}) and as a
 * story holds it ({@link org.storywire.processor.story.member.Member}). All types are immutable.
 */
package org.storywire.processor.story.member;
