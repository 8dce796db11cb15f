/**
 * Sends dead letters back to where they came from, once what they died of is mended: the code, the
 * registry, or the bytes themselves.
 */
package org.storywire.processor.app.redrive;
