/**
 * The whole of storywire in this JVM: an embedded broker, the topics, a processor, a feed, and one
 * reader of what comes out. The demo and replays are two ways of looking at it.
 */
package org.storywire.docker.pipeline;
