/**
 * Shows what a source would feed: the command {@code read} takes files or addresses of any kind
 * that ingest knows and prints what they give beside what we make of it, one JSON object an item.
 */
package org.storywire.ingest.read;
