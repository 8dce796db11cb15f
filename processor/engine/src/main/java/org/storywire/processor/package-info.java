/**
 * The heart of storywire, in the order in which data flows: {@code text} and {@code article} make
 * clean articles, {@code syndication}, {@code topics} and {@code story} judge them, {@code streams}
 * connects them to Kafka, {@code app} runs it all.
 */
package org.storywire.processor;
