/**
 * How the processor is run: settings from file, environment and flags, its life cycle, and its
 * commands.
 */
package org.storywire.processor.app;
