/**
 * Publishers on loopback that are slow, in trouble or elsewhere now and then, and what a reader of
 * their feeds makes of it: items lost or doubled, and the time until a story reports an item.
 */
package org.storywire.docker.bench.feeds;
