/**
 * Storywire as it is deployed: its image against brokers in containers, which the tests kill, pause
 * and restart. {@link org.storywire.docker.cluster.Cluster} starts them, {@link
 * org.storywire.docker.cluster.Feeding} feeds rounds of news and holds what comes out against a run
 * that nothing disturbed.
 */
package org.storywire.docker.cluster;
