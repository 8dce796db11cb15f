/** Measures the whole pipeline; the cores' own measurements are in the processor's workbench. */
package org.storywire.docker.bench;
