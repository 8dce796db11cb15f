/** The live view over the whole pipeline, in a real browser. */
package org.storywire.docker.live;
