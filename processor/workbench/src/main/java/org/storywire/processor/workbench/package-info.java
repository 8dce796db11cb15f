/**
 * Commands that train and measure the cores on labelled data, without Kafka: what a figure in the
 * documentation was produced by. Nothing here runs in production.
 */
package org.storywire.processor.workbench;
