/**
 * Commands that make, train and measure the topic tagger: taxonomy resource, mapping of each
 * labelled set to the taxonomy, model, benchmarks. Nothing here runs in production.
 */
package org.storywire.processor.workbench.topics;
