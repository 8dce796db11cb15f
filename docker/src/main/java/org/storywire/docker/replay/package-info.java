/**
 * The tester's instrument: runs a corpus through the production topologies and writes down every
 * result in a form that can be scored, compared and hashed. Same input, same files.
 */
package org.storywire.docker.replay;
