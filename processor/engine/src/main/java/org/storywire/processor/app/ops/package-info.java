/**
 * What an operator asks of one instance: is it alive, is it ready, what does it do, how fast.
 * {@link org.storywire.processor.app.ops.Operations} ties it to a processor; nothing here is
 * reached by the cores.
 */
package org.storywire.processor.app.ops;
