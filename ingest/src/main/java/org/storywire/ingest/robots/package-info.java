/**
 * What a site allows robots (RFC 9309). The matching is ours because crawler-commons 1.6 decodes
 * escapes that the RFC's reference parser keeps, and takes a name with a space for that robot's:
 * 100 of 104 of its vectors are right.
 */
package org.storywire.ingest.robots;
