/**
 * Commands that measure copy detection: against labelled pairs, against edits with known truth,
 * beside other methods, and as the window grows.
 */
package org.storywire.processor.workbench.syndication;
