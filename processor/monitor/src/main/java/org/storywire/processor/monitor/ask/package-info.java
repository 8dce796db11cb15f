/**
 * Who carries a passage: a question, compared with articles by the runs of words they share. Plain
 * Java; the monitor and the command line feed it with articles.
 */
package org.storywire.processor.monitor.ask;
