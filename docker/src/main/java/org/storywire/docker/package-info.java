/**
 * How storywire is run: one command line whose subcommands start an embedded broker, the processor
 * and a feed in one JVM, or talk to a cluster. Everything a person or a tester sees goes through
 * here; nothing in here judges an article.
 */
package org.storywire.docker;
