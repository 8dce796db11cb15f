/**
 * When a source is asked next, and how: {@link org.storywire.ingest.poll.PollDecision} is a pure
 * function of what we knew, what the publisher answered, and the time.
 */
package org.storywire.ingest.poll;
