/**
 * The live view: a consumer downstream of the processor like any other. {@code ViewFeeder} reads
 * the published topics (read committed, no group, no access to the processor's state) into {@code
 * WatchedStories}, which holds a bounded number of stories in memory. {@code MonitorServer} answers
 * over HTTP from the view: JSON, one page, and a stream of server-sent events whose ids are
 * positions in Kafka, so that any instance can continue what another one began. Whatever an article
 * says is hostile until it has passed {@code SafeText}, and is only ever shown as text.
 */
package org.storywire.processor.monitor;
