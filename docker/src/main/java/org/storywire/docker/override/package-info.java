/** {@code storywire override}: what editors decide, sent, listed and taken back. */
package org.storywire.docker.override;
