/** Sorts what does not fit into memory: external merge sort (Knuth, TAOCP volume 3, 5.4). */
package org.storywire.docker.spill;
