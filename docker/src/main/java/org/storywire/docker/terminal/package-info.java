/**
 * What a person sees on a terminal: how wide it is, whether it shows colours, text that fits its
 * columns and cannot drive it, a progress bar.
 */
package org.storywire.docker.terminal;
