/** Shows storywire at work on a corpus: story updates as they unfold, and a closing summary. */
package org.storywire.docker.demo;
