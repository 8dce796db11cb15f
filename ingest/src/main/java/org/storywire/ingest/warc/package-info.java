/**
 * Web archives, WARC and ARC, as crawlers and libraries write them: {@link
 * org.storywire.ingest.warc.WebArchive} reads the answers that they hold, one at a time. What is
 * broken is told and costs no other answer that can still be read.
 */
package org.storywire.ingest.warc;
