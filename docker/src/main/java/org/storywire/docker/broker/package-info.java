/**
 * A real single-node Kafka broker inside this JVM, and the command that runs it alone. Streams,
 * producers and consumers speak to it over the loopback interface as they would to a cluster.
 */
package org.storywire.docker.broker;
