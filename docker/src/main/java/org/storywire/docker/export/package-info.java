/**
 * Results as flat tables for analysis: {@link org.storywire.docker.export.ReplayTables} makes the
 * rows, a {@link org.storywire.docker.export.TableWriter} for each format writes them.
 */
package org.storywire.docker.export;
