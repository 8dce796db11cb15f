/**
 * The edge to Kafka: the topology, one processor and one store a feature, and the mapping between
 * records and the cores' values. Read {@link org.storywire.processor.streams.NewsTopology} first.
 */
package org.storywire.processor.streams;
