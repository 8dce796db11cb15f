/** Finds the feeds of a site from one of its pages. */
package org.storywire.ingest.discovery;
