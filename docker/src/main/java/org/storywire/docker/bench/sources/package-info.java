/**
 * Writes what ingest reads from a folder of feeds, robots.txt files, pages, agency items and web
 * archives, in the form in which it can be compared with expectations. One class a folder;
 * expectations themselves are never read.
 */
package org.storywire.docker.bench.sources;
