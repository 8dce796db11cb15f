/** The command that serves the live view. */
package org.storywire.docker.monitor;
