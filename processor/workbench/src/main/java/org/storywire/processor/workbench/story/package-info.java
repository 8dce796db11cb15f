/** Trains and measures the {@code story} core on labelled streams. */
package org.storywire.processor.workbench.story;
