/**
 * What a downstream team tests its consumers with: a broker inside the test's JVM whose topics hold
 * what the real pipeline made of the sample corpus, the schemas, and what was to be expected.
 */
package org.storywire.docker.kit;
